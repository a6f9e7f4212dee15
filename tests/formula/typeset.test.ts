/** What an author's LaTeX becomes: one line of MathML a formula, written as browsers would have it in HTML. */
import { describe, expect, test } from 'vitest';
import { FormulaError, holeTex, typeset } from '../../src/formula/build/index.ts';
import type { TemplateNode } from '../../src/slots/index.ts';

function markup(node: TemplateNode): string {
  if (typeof node === 'string') return node;
  if ('slot' in node) return `{${node.slot}}`;
  const attributes = (node.attributes ?? []).map(([name, value]) => ` ${name}="${value}"`).join('');
  return `<${node.tag}${attributes}>${(node.children ?? []).map(markup).join('')}</${node.tag}>`;
}

const inline = (tex: string, ...slots: string[]) =>
  markup(typeset(tex, false, slots))
    .replace(/^<math>/, '')
    .replace(/<\/math>$/, '');

describe('a formula becomes MathML', () => {
  test.each([
    ['a letter, a sign and a number', 'x = 2', '<mi>x</mi><mo>=</mo><mn>2</mn>'],
    ['bold letters as characters', '\\mathbf{x}', '<mi>𝐱</mi>'],
    ['blackboard letters', '\\mathbb{R}^n', '<msup><mi>ℝ</mi><mi>n</mi></msup>'],
    ['script letters, those of the gaps too', '\\mathcal{AL}', '<mi>𝒜</mi><mi>ℒ</mi>'],
    ['an upright letter', '\\mathrm{d}', '<mi mathvariant="normal">d</mi>'],
    ['a hue as a class of its symbol', '\\mW', '<mi class="q-w">W</mi>'],
    ['a hue as a class of several', '\\cx{2x}', '<mrow class="q-x"><mn>2</mn><mi>x</mi></mrow>'],
    ['a hue of a symbol with an index', '\\cx{x_0}', '<msub class="q-x"><mi>x</mi><mn>0</mn></msub>'],
    [
      'a hat near its letter',
      '\\hat{v}',
      '<mover accent="true"><mi>v</mi><mo stretchy="false">ˆ</mo></mover>',
    ],
    ['a thin space', '2\\,x', '<mn>2</mn><mspace width="0.1667em"></mspace><mi>x</mi>'],
    ['a wide space', 'a\\qquad b', '<mi>a</mi><mspace width="2em"></mspace><mi>b</mi>'],
    [
      'dots without the spaces of a sign',
      '1 + \\dots + n',
      '<mn>1</mn><mo>+</mo><mi>⋯</mi><mo>+</mo><mi>n</mi>',
    ],
    ['a root of a sum', '\\sqrt{a+b}', '<msqrt><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></msqrt>'],
    ['words', '\\text{if } x', '<mtext>if\u00a0</mtext><mi>x</mi>'],
    [
      'a function and its argument, a thin space apart',
      '\\cos\\theta',
      '<mi>cos</mi><mo>\u2061</mo><mspace width="0.1667em"></mspace><mi>θ</mi>',
    ],
    [
      'a function and its bracket, without a space',
      '\\max(0, z)',
      '<mi>max</mi><mo>\u2061</mo><mo stretchy="false">(</mo><mn>0</mn><mo>,</mo><mi>z</mi><mo stretchy="false">)</mo>',
    ],
    [
      'bars of a norm, which open and close',
      '\\lVert v\\rVert',
      '<mo form="prefix" stretchy="false" lspace="0" rspace="0">‖</mo><mi>v</mi><mo form="postfix" stretchy="false" lspace="0" rspace="0">‖</mo>',
    ],
    [
      'a small fraction',
      '\\tfrac12 x',
      '<mrow displaystyle="false" scriptlevel="0"><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow><mi>x</mi>',
    ],
    [
      'a matrix',
      '\\begin{bmatrix}1&-2\\end{bmatrix}',
      '<mo fence="true">[</mo><mtable class="m-matrix"><mtr><mtd><mn>1</mn></mtd><mtd><mo>−</mo><mn>2</mn></mtd></mtr></mtable><mo fence="true">]</mo>',
    ],
    [
      'lines set one below the other',
      '\\begin{aligned}a&=b\\\\&=c\\end{aligned}',
      '<mtable class="m-aligned"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr><mtr><mtd></mtd><mtd><mo>=</mo><mi>c</mi></mtd></mtr></mtable>',
    ],
    [
      'cases',
      '\\begin{cases}1&z\\end{cases}',
      '<mo fence="true">{</mo><mtable class="m-cases"><mtr><mtd><mn>1</mn></mtd><mtd><mi>z</mi></mtd></mtr></mtable>',
    ],
  ])('%s', (_, tex, expected) => {
    expect(inline(tex)).toBe(expected);
  });

  test('with a hole where a slot stands, in its hue', () => {
    expect(inline(`\\cw{${holeTex(0)}}\\cdot ${holeTex(1)}`, 'W[0]', 'x')).toBe(
      '<mrow class="q-w">{W[0]}</mrow><mo>⋅</mo>{x}',
    );
  });

  test('with more holes than there are letters', () => {
    const slots = Array.from({ length: 30 }, (_, k) => `s${k}`);
    const tex = slots.map((_, k) => holeTex(k)).join('+');
    expect(inline(tex, ...slots)).toBe(slots.map((slot) => `{${slot}}`).join('<mo>+</mo>'));
  });

  test('of a line of its own', () => {
    expect(markup(typeset('x', true))).toBe('<math displaystyle="true"><mi>x</mi></math>');
  });
});

test.each([
  ['a command that does not exist', 'a + \\vX', 'Unknown command \\vX. Did you mean \\vx?', 4],
  ['a brace that is not closed', '\\frac{1', 'Unexpected end of input', 7],
  [
    'a colour of its own',
    '\\textcolor{red}{x}',
    'The colour "red" is not one of the book\'s. Expected a command such as \\cx{…} or \\cw{…}.',
    undefined,
  ],
  ['a class', '\\htmlClass{a}{x}', '\\htmlClass is not allowed in a formula.', undefined],
])('%s is refused', (_, tex, message, offset) => {
  const error = (() => {
    try {
      return typeset(tex, false);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(FormulaError);
  expect(error).toMatchObject({ message: expect.stringContaining(message), offset });
});
