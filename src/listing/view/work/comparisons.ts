import { type Comparison, core, explainComparison, type Worked } from '../../../explain/index.ts';
import { numbersOf } from '../numbers.ts';
import type { Evaluated, StepContext } from '../step-context.ts';
import { operands } from './named-values.ts';

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '==': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

export function comparison(evaluated: Evaluated, context: StepContext): Worked | undefined {
  const cells = operands(evaluated, context);
  const holds = numbersOf(evaluated.value);
  const sign = COMPARISONS[evaluated.expression.operator ?? ''];
  if (cells === undefined || holds === undefined || sign === undefined) return undefined;
  return explainComparison(
    cells[0],
    sign,
    cells[1],
    holds.map((one) => one === 1),
  );
}

/** The defaults of NumPy and PyTorch alike. */
const TOLERANCE = { absolute: 1e-8, relative: 1e-5 };

/** Returns the largest difference, beside what is allowed at that entry: |a − b| ≤ atol + rtol · |b|. */
export function closeness(
  left: Evaluated,
  right: Evaluated,
  { value, expression }: Evaluated,
): Worked | undefined {
  const [a, b] = [numbersOf(left.value), numbersOf(right.value)];
  if (a === undefined || b === undefined || a.length !== b.length || expression.keywords?.length)
    return undefined;
  const differences = core.subtract(a, b).map(Math.abs);
  const worst = differences.indexOf(Math.max(...differences));
  const allowed = TOLERANCE.absolute + TOLERANCE.relative * Math.abs(b[worst] ?? 0);
  const holds = value.repr === 'True';
  return explainComparison({ values: [differences[worst] ?? 0] }, '≤', { values: [allowed] }, [holds]);
}
