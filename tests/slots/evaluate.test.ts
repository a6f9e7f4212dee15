/** A slot is worth what running its section's figures says; what cannot be run is told, never guessed. */
import { expect, test } from 'vitest';
import { prepareAll, sectionEvaluator, UnknownSlotError } from '../../src/slots/evaluate/index.ts';

await prepareAll();

const evaluator = (figures: string) => sectionEvaluator(figures, 'figures.py');

test.each([
  ['x', 'g', { type: 'int', text: '3' }],
  ['x / 7', '.2f', { type: 'float', text: '0.43' }],
  ['"a\\"b"', undefined, { type: 'str', text: 'a"b' }],
  ['(x, 2)', undefined, { type: 'tuple', text: '(3, 2)', cells: ['3', '2'] }],
  ['[x, 2.5]', '.1f', { type: 'list', text: '[3.0, 2.5]', cells: ['3.0', '2.5'] }],
  [
    'x + ""',
    undefined,
    { error: { type: 'TypeError', message: "unsupported operand type(s) for +: 'int' and 'str'" } },
  ],
  ['y', undefined, { error: { type: 'NameError', message: "name 'y' is not defined" } }],
  ['constructor', undefined, { error: { type: 'NameError', message: "name 'constructor' is not defined" } }],
])('%s with the format %s', (expression, format, result) => {
  expect(evaluator('x = 3\n')({ expression, ...(format && { format }) })).toEqual(result);
});

test('an array and a tensor are described with their entries, dtype and shape', () => {
  const evaluate = evaluator('import numpy as np\nimport torch\n');
  expect(evaluate({ expression: 'np.array([[1.5, -2.0]])', format: 'g' })).toEqual({
    type: 'ndarray',
    text: '[[1.5, -2]]',
    cells: [['1.5', '-2']],
    dtype: 'float64',
    shape: [1, 2],
  });
  expect(evaluate({ expression: 'torch.tensor([0.1])' })).toEqual({
    type: 'Tensor',
    text: 'tensor([0.1000])',
    cells: ['0.1'],
    dtype: 'torch.float32',
    shape: [1],
  });
});

test.each([
  [
    'the figures raise',
    'x = 1\ny = x / 0\n',
    'x',
    'figures.py does not run. Line 2 raises ZeroDivisionError: division by zero',
  ],
  ['the figures are no Python', 'x = (1\n', 'x', 'figures.py does not run. SyntaxError in line 1'],
  ['the slot is no expression', 'x = 1\n', 'x x', 'SyntaxError'],
])('where %s, the message says so', (_, figures, expression, says) => {
  const evaluate = () => evaluator(figures)({ expression });
  expect(evaluate).toThrow(UnknownSlotError);
  expect(evaluate).toThrow(says);
});
