/** Where a line may end inside a formula of the text; `|` stands for each place. */
import { expect, test } from 'vitest';
import { piecesOf, typeset } from '../../src/formula/build/index.ts';
import { fillElement, filledText } from '../../src/slots/index.ts';

const broken = (tex: string) =>
  piecesOf(fillElement(typeset(tex, false), new Map()))
    .map((piece) => filledText([piece]))
    .join('|');

test.each([
  ['a short formula stays whole', 'y = x + b', 'y=x+b'],
  ['a long one ends a line after a relation', 'x_0 + x_1 = 1234567', 'x0+x1=|1234567'],
  ['and after an operator when enough stands before it', '12345 + 67890 = 3', '12345+|67890=|3'],
  ['never inside short brackets', 'y = [1, 2, 3] + 1234567', 'y=|[1,2,3]+|1234567'],
  ['a long list after a comma', '[12, 34, 56, 78, 90, 12, 34]', '[12,34,|56,78,90,|12,34]'],
  ['a long list in a hue too', '\\cx{[12, 34, 56, 78, 90]}', '[12,34,|56,78,90]'],
  ['nor after the sign of a number that begins it', '-123456789012345', '−123456789012345'],
  ['nor at its end', '12345678901234 =', '12345678901234='],
])('%s', (_, tex, expected) => {
  expect(broken(tex)).toBe(expected);
});
