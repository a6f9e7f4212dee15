/** What moves or picks numbers without changing them: transposing, indexing, reshaping. */
import { explainIndex, explainReshape, explainTranspose, type Worked } from '../../../explain/index.ts';
import { listOf, numberOf, numbersOf, rankOf, rowsOf } from '../numbers.ts';
import { type Evaluated, hueOf, type StepContext } from '../step-context.ts';
import { matrixOf, nameOf, targetOf } from './named-values.ts';

export function transposed(
  { inputs: [of], value, expression }: Evaluated,
  context: StepContext,
): Worked | undefined {
  const source = of && matrixOf(of, context);
  const rows = rowsOf(value);
  return source && rows && explainTranspose(expression.text, source, rows);
}

export function indexed(
  { inputs: [of], value, expression }: Evaluated,
  context: StepContext,
): Worked | undefined {
  const picked = numberOf(value) ?? listOf(value);
  if (of === undefined || picked === undefined || rankOf(of.value) === 0) return undefined;
  return explainIndex(expression.text, picked, hueOf(of, context));
}

export function reshaped(of: Evaluated, evaluated: Evaluated, context: StepContext): Worked | undefined {
  const values = numbersOf(evaluated.value);
  const [shape, source] = [evaluated.value.shape, of.value.shape];
  if (values === undefined || shape === undefined || source === undefined) return undefined;
  if (shape.length > 2 || source.length > 2 || shape.length === 0 || source.length === 0) return undefined;
  const name = targetOf(evaluated, context) ?? 'result';
  return explainReshape(name, shape, { name: nameOf(of), shape: source }, values, hueOf(of, context));
}
