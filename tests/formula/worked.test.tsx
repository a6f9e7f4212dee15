import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import {
  type Chain,
  chain,
  chainText,
  chainWords,
  type Expression,
  explainDot,
  explainLength,
  explainProducts,
  explainQuotient,
  explainUnit,
  matrix,
  number,
  scalar,
  sum,
  vector,
} from '../../src/explain/index.ts';
import { WorkedLine } from '../../src/formula/index.ts';

const [x, y] = [number(3, 'x'), number(-4, 'w')];
const drawn = (expression: Expression) => markup(chain(expression));
const markup = (line: Chain) =>
  renderToStaticMarkup(<WorkedLine chain={line} />).replace(
    /^<p class="formula" role="math"[^>]*>|<\/p>$/g,
    '',
  );

/** What is read when the drawing is looked at: the text, with roots and fractions written on one line, without spaces. */
const seen = (html: string) =>
  html
    .replaceAll(/<mfrac>(<mrow>.*?<\/mrow>|<(\w+)[^>]*>.*?<\/\2>)(.*?)<\/mfrac>/g, '$1/$3')
    .replaceAll('<msqrt>', '√')
    .replaceAll('<mn>2</mn></msup>', '²</msup>')
    .replaceAll('<mo stretchy="false">ˆ</mo>', '\u0302')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s/g, '')
    .normalize('NFKC');

const [open, close] = ['(', ')'].map((text) => `<mo stretchy="false">${text}</mo>`);

describe('a line of worked arithmetic', () => {
  it.each<[string, Expression, string]>([
    ['a number', number(2), '<mn>2</mn>'],
    ['a number of a quantity', x, '<mn class="q-x">3</mn>'],
    ['a vector', vector('a', 'w'), '<mrow class="q-w"><mi>𝐚</mi></mrow>'],
    ['an entry', scalar('z', 'z', '0'), '<mrow class="q-z"><msub><mi>z</mi><mn>0</mn></msub></mrow>'],
    ['a matrix', matrix('W'), '<mi>W</mi>'],
    ['a name of a program', scalar('x[0]'), '<mi class="formula-name">x[0]</mi>'],
    [
      'a product',
      { kind: 'product', factors: [x, y] },
      `<mn class="q-x">3</mn><mo>·</mo>${open}<mn class="q-w">−4</mn>${close}`,
    ],
    [
      'a sum, of which each term may begin a line',
      sum([number(1), number(2)]),
      '<mn>1</mn>|<mo form="infix">+</mo><mn>2</mn>',
    ],
    ['a root', { kind: 'root', of: number(2) }, '<msqrt><mn>2</mn></msqrt>'],
    [
      'a fraction',
      { kind: 'quotient', top: number(1), bottom: number(2) },
      '<mfrac><mn>1</mn><mn>2</mn></mfrac>',
    ],
    [
      'a square of a negative number',
      { kind: 'power', base: number(-2), exponent: 2 },
      `<msup><mrow>${open}<mn>−2</mn>${close}</mrow><mn>2</mn></msup>`,
    ],
    [
      'a power of ten',
      number(1.5e-9),
      '<mrow><mn>1.5</mn><mo>×</mo><msup><mn>10</mn><mn>−9</mn></msup></mrow>',
    ],
    [
      'a root of a sum as one piece',
      { kind: 'root', of: sum([number(1), number(2)]) },
      '<msqrt><mn>1</mn><mo form="infix">+</mo><mn>2</mn></msqrt>',
    ],
  ])('draws %s', (_, expression, html) => {
    expect(drawn(expression)).toBe(`<math>${html.replaceAll('|', '</math><math>')}</math>`);
  });

  const named = (name: string, values: readonly number[]) => ({ name, values });
  const [a, b] = [named('a', [3, -2]), named('b', [1, 4])];
  const worked = [
    explainDot(a, b, -5),
    explainLength(a, Math.hypot(3, 2)),
    explainUnit(
      a,
      Math.hypot(3, 2),
      [3, -2].map((value) => value / Math.hypot(3, 2)),
    ),
    explainQuotient(a, 7, [3 / 7, -2 / 7]),
    explainProducts(a, b, [3, -8]),
  ];
  it.each(worked.map(({ operation, lines }) => [operation, lines] as const))(
    'shows and says %s as its text does',
    (_, lines) => {
      for (const line of lines) {
        const plain = chainText(line)
          .normalize('NFKC')
          .replaceAll(/√\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g, '√$1');
        expect(seen(markup(line))).toBe(plain.replaceAll(/\s/g, ''));
        expect(renderToStaticMarkup(<WorkedLine chain={line} />)).toContain(
          `aria-label="${chainWords(line)}"`,
        );
      }
    },
  );
});
