/** Calls of the functions and methods whose arithmetic is shown. */
import {
  explainFunction,
  explainLength,
  explainReluCells,
  explainTotal,
  type Worked,
} from '../../explain/index.ts';
import { numberOf, numbersOf, rankOf } from '../numbers.ts';
import type { Evaluated, Scene } from '../scene.ts';
import { closeness } from './comparisons.ts';
import { cellNames, quantityOf, vectorOf } from './named-values.ts';
import { cosine, layer, product } from './products.ts';
import { reshaped } from './shapes.ts';

export function called(evaluated: Evaluated, scene: Scene): Worked | undefined {
  const { expression, inputs, value } = evaluated;
  const name = (expression.method ?? expression.function ?? '').replace(
    /^(?:np|torch|F|nn\.functional)\./,
    '',
  );
  const [first, second] = inputs;
  if (scene.before.has(`${expression.function}.weight`)) return layer(evaluated, scene);
  // A function of the program's own is explained line by line where it runs.
  if (first === undefined || scene.before.has(expression.function ?? '')) return undefined;
  const result = numberOf(value);
  switch (name) {
    case 'dot':
    case 'inner':
    case 'matmul':
    case 'mv':
    case 'mm':
      return product(evaluated, scene);
    case 'linalg.norm':
    case 'linalg.vector_norm':
    case 'norm': {
      const named = vectorOf(first, scene);
      return named && result !== undefined ? explainLength(named, result) : undefined;
    }
    case 'cosine_similarity':
      return second && cosine(first, second, scene);
    case 'maximum':
      return second && relu(numberOf(first.value) === 0 ? second : first, evaluated, scene);
    case 'relu':
      return relu(first, evaluated, scene);
    case 'sum':
    case 'count_nonzero': {
      const values = numbersOf(first.value);
      return values && result !== undefined && rankOf(first.value) > 0
        ? explainTotal(values, result, quantityOf(first, scene))
        : undefined;
    }
    case 'allclose':
      return second && closeness(first, second, evaluated);
    case 'reshape':
    case 'view':
    case 'flatten':
    case 'ravel':
      return reshaped(first, evaluated, scene);
    case 'arccos':
    case 'degrees':
    case 'radians':
    case 'sqrt':
    case 'exp': {
      const of = numberOf(first.value);
      return of !== undefined && result !== undefined ? explainFunction(name, of, result) : undefined;
    }
    default:
      return undefined;
  }
}

function relu(before: Evaluated, evaluated: Evaluated, scene: Scene): Worked | undefined {
  const [given, result] = [numbersOf(before.value), numbersOf(evaluated.value)];
  if (given === undefined || result === undefined || rankOf(evaluated.value) === 0) return undefined;
  const quantity = quantityOf(before, scene);
  return explainReluCells(cellNames(evaluated, scene), { values: given, quantity }, result);
}
