/** Where in a formula a negative value needs brackets; ‸ stands before the slot. */
import { expect, test } from 'vitest';
import { findCommands, guardOf } from '../../src/formula/build/index.ts';

test.each([
  ['a + ‸\\py{b}', 'sign'],
  ['a - ‸\\py{b}', 'sign'],
  ['a \\cdot ‸\\py{b}', 'sign'],
  ['a\\cdot\\cw{‸\\py{b}} + 1', 'sign'],
  ['a +\\, \\cw{ ‸\\py{b}}', 'sign'],
  ['‸\\py{b}^2', 'power'],
  ['\\sqrt{\\cx{‸\\py{b}}^2 + 1}', 'power'],
  ['a + \\cx{‸\\py{b}}^2', 'power'],
  ['‸\\py{b} + a', undefined],
  ['a = ‸\\py{b}', undefined],
  ['[‸\\py{b}, a]', undefined],
  ['\\frac{‸\\py{b}}{2}', undefined],
  ['\\sqrt{‸\\py{b}}^2', undefined],
  ['(‸\\py{b}) + a', undefined],
  ['\\cw{‸\\py{b}}', undefined],
])('%s: %s', (marked, guard) => {
  const tex = marked.replace('‸', '');
  const [command] = findCommands(tex, ['py']);
  expect(command?.start).toBe(marked.indexOf('‸'));
  expect(command && guardOf(tex, command)).toBe(guard);
});
