/** Calls of the functions and methods whose arithmetic is shown. */
import {
  explainFunction,
  explainLength,
  explainReluCells,
  explainTotal,
  type Worked,
} from '../../../explain/index.ts';
import { numberOf, numbersOf, rankOf } from '../numbers.ts';
import { type Evaluated, hueOf, type StepContext } from '../step-context.ts';
import { closeness } from './comparisons.ts';
import { cellNames, vectorOf } from './named-values.ts';
import { cosine, layer, product } from './products.ts';
import { reshaped } from './shapes.ts';

export function called(evaluated: Evaluated, context: StepContext): Worked | undefined {
  const { expression, inputs, value } = evaluated;
  const name = (expression.method ?? expression.function ?? '').replace(
    /^(?:np|torch|F|nn\.functional)\./,
    '',
  );
  const [first, second] = inputs;
  if (context.before.has(`${expression.function}.weight`)) return layer(evaluated, context);
  // A function of the program's own is explained line by line where it runs.
  if (first === undefined || context.before.has(expression.function ?? '')) return undefined;
  const result = numberOf(value);
  switch (name) {
    case 'dot':
    case 'inner':
    case 'matmul':
    case 'mv':
    case 'mm':
      return product(evaluated, context);
    case 'linalg.norm':
    case 'linalg.vector_norm':
    case 'norm': {
      const named = vectorOf(first, context);
      return named && result !== undefined ? explainLength(named, result) : undefined;
    }
    case 'cosine_similarity':
      return second && cosine(first, second, context);
    case 'maximum':
      return second && relu(numberOf(first.value) === 0 ? second : first, evaluated, context);
    case 'relu':
      return relu(first, evaluated, context);
    case 'sum':
    case 'count_nonzero': {
      const values = numbersOf(first.value);
      return values && result !== undefined && rankOf(first.value) > 0
        ? explainTotal(values, result, hueOf(first, context))
        : undefined;
    }
    case 'allclose':
      return second && closeness(first, second, evaluated);
    case 'reshape':
    case 'view':
    case 'flatten':
    case 'ravel':
      return reshaped(first, evaluated, context);
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

function relu(before: Evaluated, evaluated: Evaluated, context: StepContext): Worked | undefined {
  const [given, result] = [numbersOf(before.value), numbersOf(evaluated.value)];
  if (given === undefined || result === undefined || rankOf(evaluated.value) === 0) return undefined;
  const hue = hueOf(before, context);
  return explainReluCells(cellNames(evaluated, context), { values: given, hue }, result);
}
