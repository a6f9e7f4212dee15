/** A program is run for the one figure that it draws. */
import { expect, test } from 'vitest';
import { plotProgram } from '../../src/plot/index.ts';

const DRAWS = 'import matplotlib.pyplot as plt\nplt.plot([0, 1], [0, 1], label="y")\n';

test('its figure is SVG under the given id', () => {
  const result = plotProgram(DRAWS, 'line');
  expect(result.kind === 'figure' && /aria-labelledby="line-title/.test(result.svg)).toBe(true);
});

test.each([
  ['no figure', 'x = 1', 'draws 0 figures', undefined],
  ['two figures', `${DRAWS}plt.figure()\nplt.plot([0, 1], [1, 0])`, 'draws 2 figures', undefined],
  ['an exception', 'x = 1\nx / 0', 'ZeroDivisionError', 2],
  ['what is no Python', 'x = 1\ny = (', '', 2],
  ['what the book does not offer', 'import os\nos.getcwd()', 'os', 2],
])('%s is a problem with its line', (_, text, says, line) => {
  const result = plotProgram(text, 'line');
  if (result.kind !== 'problem') throw new Error('It drew a figure.');
  expect(result.message).toContain(says);
  expect(result.line).toBe(line);
});
