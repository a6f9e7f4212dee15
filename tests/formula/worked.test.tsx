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
  list,
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

/** What is read when the drawing is looked at: the text, with roots and fractions written on one line. */
const seen = (html: string) =>
  html
    .replaceAll(/<span class="formula-fraction"><span>(.*?)<\/span><span>(.*?)<\/span><\/span>/g, '$1 / $2')
    .replaceAll(/<sup>2<\/sup>/g, '²')
    .replaceAll(/<b class="formula-hat">(.)/g, '$1\u0302')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2009', ' ');

describe('a line of worked arithmetic', () => {
  it.each<[string, Expression, string]>([
    ['a number', number(2), '2'],
    ['a number of a quantity', x, '<span class="q-x">3</span>'],
    ['a vector', vector('a', 'w'), '<b class="q-w">a</b>'],
    ['an entry', scalar('z', 'z', '0'), '<i class="q-z">z<sub>0</sub></i>'],
    ['a matrix', matrix('W'), '<i>W</i>'],
    [
      'a product',
      { kind: 'product', factors: [x, y] },
      '<span class="q-x">3</span>\u00a0·\u00a0(<span class="q-w">−4</span>)',
    ],
    ['a sum', sum([number(1), number(2)]), '1 +\u00a02'],
    ['a root', { kind: 'root', of: number(2) }, '<span class="formula-root">√<span>2</span></span>'],
    [
      'a fraction',
      { kind: 'quotient', top: number(1), bottom: number(2) },
      '<span class="formula-fraction"><span>1</span><span>2</span></span>',
    ],
    ['a square of a negative number', { kind: 'power', base: number(-2), exponent: 2 }, '(−2)<sup>2</sup>'],
    ['a list', list([1, 2]), '[1, 2]'],
  ])('draws %s', (_, expression, html) => {
    expect(drawn(expression)).toBe(html);
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
        const plain = chainText(line).replaceAll(/√\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g, '√$1');
        expect(seen(markup(line))).toBe(plain);
        expect(renderToStaticMarkup(<WorkedLine chain={line} />)).toContain(
          `aria-label="${chainWords(line)}"`,
        );
      }
    },
  );

  it('joins text that needs no element, so that little is drawn again', () => {
    expect(drawn(sum([number(1), { kind: 'product', factors: [number(2), number(-3)] }]))).toBe(
      '1 +\u00a02\u00a0·\u00a0(−3)',
    );
  });
});
