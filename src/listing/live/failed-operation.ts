/** Finds, in a run that ended with an exception, the operation that raised it and what it was given. */
import type { ExpressionText } from '../../python/index.ts';
import type { Ran } from '../run/run.ts';
import { type Evaluated, ProgramContext, type StepContext } from '../view/step-context.ts';

export interface FailedOperation {
  /** The step whose statement raised. */
  readonly context: StepContext;
  /** The expression that has no value though its operands have theirs; none where the statement itself raised. */
  readonly expression: ExpressionText | undefined;
  readonly operands: readonly Evaluated[];
}

const OPERATIONS = new Set<ExpressionText['kind']>([
  'binary',
  'compare',
  'unary',
  'call',
  'attribute',
  'subscript',
  'text',
]);

/** Returns the operation, or undefined for a run that raised nothing or whose last statement is not known. */
export function failedOperation({ trace, exception }: Ran, text: string): FailedOperation | undefined {
  if (exception === null) return undefined;
  const index = trace.steps.findLastIndex(
    ({ line, raised }) => raised !== undefined && line === exception.line,
  );
  const context = new ProgramContext(trace, { axes: [], hues: [] }, text).at(index);
  if (context === undefined) return undefined;
  const { evaluated, statement, step } = context;
  const known = new Map(evaluated.map((one) => [one.number, one]));
  const [first, last] = [step.line, statement?.end ?? step.line];
  const failed = trace.expressions.find(
    ({ kind, from, to, inputs }, number) =>
      OPERATIONS.has(kind) &&
      first <= from[0] &&
      to[0] <= last &&
      !known.has(number) &&
      inputs.length > 0 &&
      inputs.every((input) => known.has(input)),
  );
  if (failed !== undefined)
    return {
      context,
      expression: failed,
      operands: failed.inputs.flatMap((input) => known.get(input) ?? []),
    };
  return { context, expression: undefined, operands: evaluated.slice(-1) };
}
