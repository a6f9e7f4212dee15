/** Explains an exception: what the operation was given, how the axes meet, and which small changes make it run. */

import type { Ran, Run } from '../run/run.ts';
import { runListing } from '../run/run-listing.ts';
import { broadcastShape } from '../view/broadcasts.ts';
import { type Evaluated, type StepContext, writerOf } from '../view/step-context.ts';
import {
  type AlignedAxis,
  applyEdit,
  type ExplainedOperand,
  type Explanation,
  type Repair,
} from './explanation.ts';
import { type FailedOperation, failedOperation } from './failed-operation.ts';
import { type Candidate, repairCandidates } from './repair-candidates.ts';

/** What one try of a change may use, and all of them together. */
const TRY_MILLISECONDS = 300;
const ALL_MILLISECONDS = 1000;
const MOST_REPAIRS = 3;

/** What counts as the run of a text: with "stop at silent broadcasting" one that ends there. */
export type Judge = (run: Run, text: string) => Run;

/**
 * Returns the explanation, or undefined where the program raised nothing.
 *
 * @param judge applied to the runs of the changes that are tried, as it was to `run`
 */
export function explainError(run: Run, text: string, judge: Judge = (as) => as): Explanation | undefined {
  if (run.kind !== 'ran' || run.exception === null) return undefined;
  const failed = failedOperation(run, text);
  if (failed === undefined)
    return { line: run.exception.line, operation: '', operands: [], axes: [], repairs: [] };
  const { context, expression, operands } = failed;
  return {
    line: context.step.line,
    operation: expression?.text ?? '',
    operands: operands.map((operand) => explained(operand, context)),
    axes: alignedAxes(failed),
    repairs: repairsOf(run, failed, text, judge),
  };
}

function explained(operand: Evaluated, context: StepContext): ExplainedOperand {
  const { expression, value } = operand;
  const writer = expression.kind === 'name' ? writerOf(expression.text, value, context) : undefined;
  return {
    text: expression.text,
    type: value.type,
    ...(value.shape !== undefined && { shape: value.shape }),
    ...(value.dtype !== undefined && { dtype: value.dtype }),
    ...(writer !== undefined && { madeAt: writer.line }),
  };
}

/** Returns the inner sizes of a product; for what works entry by entry all axes, aligned from the last. */
function alignedAxes({ expression, operands }: FailedOperation): AlignedAxis[] {
  const [left, right] = operands.map(({ value }) => value.shape);
  if (operands.length !== 2 || !left?.length || !right?.length) return [];
  const isProduct =
    expression?.operator === '@' ||
    /(?:^|\.)(?:dot|matmul|mm|mv)$/.test(expression?.function ?? expression?.method ?? '');
  if (isProduct) {
    const [inner, outer] = [left.at(-1), right.length === 1 ? right[0] : right.at(-2)];
    return [{ left: inner, right: outer, clashes: inner !== outer }];
  }
  if (expression?.kind !== 'binary' && expression?.kind !== 'compare') return [];
  const rank = Math.max(left.length, right.length);
  return Array.from({ length: rank }, (_, axis) => {
    const [a, b] = [left[axis - (rank - left.length)], right[axis - (rank - right.length)]];
    return { left: a, right: b, clashes: broadcastShape([[a ?? 1], [b ?? 1]]) === undefined };
  });
}

function repairsOf(run: Ran, failed: FailedOperation, text: string, judge: Judge): Repair[] {
  const started = performance.now();
  const repairs: Repair[] = [];
  for (const candidate of repairCandidates({ ...failed, message: run.exception?.message ?? '', text })) {
    if (repairs.length === MOST_REPAIRS || performance.now() - started > ALL_MILLISECONDS) break;
    const repair = tried(candidate, failed.context, text, judge);
    if (repair !== undefined) repairs.push(repair);
  }
  return repairs;
}

/** Returns the candidate, if the statement runs with it. */
function tried(
  candidate: Candidate,
  { index, step }: StepContext,
  text: string,
  judge: Judge,
): Repair | undefined {
  const changed = applyEdit(text, candidate.edit);
  const plain = runListing(changed, new Map(), { limits: { milliseconds: TRY_MILLISECONDS } });
  const run = judge(plain, changed);
  if (run.kind !== 'ran') return undefined;
  // `with torch.no_grad():` is a statement of its own before the one that raised.
  const shift = candidate.kind === 'no-grad' ? 1 : 0;
  const repaired = run.trace.steps[index + shift];
  if (repaired?.line !== step.line + shift || repaired.raised !== undefined) return undefined;
  const shape = repaired.changed.at(-1)?.shape ?? repaired.values?.at(-1)?.[1].shape;
  return { ...candidate, ...(shape !== undefined && { shape }) };
}
