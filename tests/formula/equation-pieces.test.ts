/** Where a narrow page may break an equation; `|` stands for each place. */
import { expect, test } from 'vitest';
import { equationPieces, typeset } from '../../src/formula/build/index.ts';
import { fillElement, filledText } from '../../src/slots/index.ts';

const pieces = (tex: string) => equationPieces(fillElement(typeset(tex, true), new Map()));
const broken = (tex: string) =>
  pieces(tex)
    .map((piece) => filledText([piece]))
    .join('|');

test.each([
  ['a short equation stays whole', 'y = x + b', 'y=x+b'],
  ['a line may begin with a relation', '123456 = 7890123 \\approx 45678', '123456|=7890123|≈45678'],
  ['but not after a short left side', 'z = 7890123 \\approx 4567890', 'z=7890123|≈4567890'],
  ['with the sign of a sum', 'z = 12345 + 67890 - 12345', 'z=12345|+67890|−12345'],
  ['but not with that of a number', 'z = -1234567890123 + 12', 'z=−1234567890123|+12'],
  ['nor inside brackets', 'z = (12345 + 67890) \\cdot 12', 'z=(12345+67890)⋅12'],
  ['nor inside a norm', 'z = \\lVert\\va + \\vb\\rVert + 123456789', 'z=‖𝐚+𝐛‖|+123456789'],
  ['after a comma with a space', 'a = 12345678901, \\qquad b = 89', 'a=12345678901,|b=89'],
  ['but not after one of a list', 'x = [12345, 67890, 12345]', 'x=[12345,67890,12345]'],
  [
    'a matrix stays whole',
    'W = \\begin{bmatrix}1 + 1 & 22222\\\\ 33333 & 44444\\end{bmatrix}',
    'W=[1+1222223333344444]',
  ],
  [
    'aligned lines stay as they are',
    '\\begin{aligned}z &= 12345 + 67890\\\\ &= 1\\end{aligned}',
    'z=12345+67890=1',
  ],
])('%s', (_, tex, expected) => {
  expect(broken(tex)).toBe(expected);
});

test('each piece is displayed, and a sign that begins one keeps the spaces of a sign between operands', () => {
  for (const [k, { tag, attributes, children = [] }] of pieces('z = 12345 + 67890 = 12345').entries()) {
    expect(tag).toBe('math');
    expect(attributes).toEqual([['displaystyle', 'true']]);
    const [first] = children;
    if (k > 0) expect(first).toMatchObject({ tag: 'mo', attributes: [['form', 'infix']] });
  }
});
