/** Runs a program in the book's own Python and tells what happened as plain data. */
import {
  type Limits,
  type Outcome,
  type RunResult,
  runProgram,
  type TraceLimits,
} from '../../python/index.ts';
import { type Slot, slotKey } from '../../slots/index.ts';
import type { Cut, LineSlots, NotRun, Run, Trace, TraceStep } from './run.ts';

export interface RunOptions {
  /** What the program may use; the evaluator's own limits unless given. */
  readonly limits?: Partial<Limits>;
  /** How large the trace may become; the program runs to its end without it. */
  readonly traceLimits?: Partial<TraceLimits>;
  /** Asked now and then; true ends the program. */
  readonly stopped?: () => boolean;
  /** Seeds what the program leaves unseeded; 0 unless given. */
  readonly seed?: number;
}

/** For each line, the first of its statement, the slots to evaluate each time it has run. */
export type SlotsByLine = ReadonlyMap<number, readonly Slot[]>;

/**
 * Returns what happened when a program ran. Any text will do: what is not Python, raises, or does not end is a `Run` like
 * any other. Modules that the text imports must have been fetched by `prepareAll`.
 *
 * @param text the program without its markers
 */
export function runListing(text: string, slots: SlotsByLine, options: RunOptions = {}): Run {
  const result = runProgram(text, { ...options, trace: true, expressions: true, slots });
  const { outcome, steps, stdout } = result;
  if (outcome.kind === 'syntax-error')
    return { kind: 'not-run', reason: 'syntax', stdout, ...pick(outcome, outcome.type) };
  const trace = traceOf(result, slots);
  if (outcome.kind === 'finished' || outcome.kind === 'raised') {
    const isRaised = outcome.kind === 'raised';
    return {
      kind: 'ran',
      trace,
      exception: isRaised ? outcome.exception : null,
      traceback: isRaised ? outcome.traceback : '',
      ...(result.warnings.length > 0 && { warnings: result.warnings }),
      ...(result.traceCut && { cut: endOfTrace(result) }),
    };
  }
  const cut = cutOf(outcome, steps.at(-1)?.line ?? 1);
  if (steps.length === 0) return { kind: 'not-run', type: '', stdout, ...cut };
  return { kind: 'ran', trace, exception: null, traceback: '', cut };
}

function pick(
  { line, column, message }: Pick<NotRun, 'line' | 'column' | 'message'>,
  type: string,
): Pick<NotRun, 'type' | 'line' | 'column' | 'message'> {
  return { type, line, column, message };
}

/** @param lastLine the line of the last step, for limits, which have no place of their own */
function cutOf(
  outcome: Extract<Outcome, { kind: 'refused' | 'limit' }>,
  lastLine: number,
): Cut & { reason: 'refused' | 'limit' } {
  const { kind: reason, message } = outcome;
  if (outcome.kind === 'refused') return { reason, line: outcome.line, column: outcome.column, message };
  return { reason, line: lastLine, column: 1, message };
}

/** A program that ran on when its trace was large enough. */
function endOfTrace({ steps, traceCut }: RunResult): Cut {
  const message = `Only the first ${traceCut?.step ?? steps.length} steps are shown.`;
  return { reason: 'trace', line: steps.at(-1)?.line ?? 1, column: 1, message };
}

function traceOf({ stdout, steps, outline }: RunResult, slots: SlotsByLine): Trace {
  return {
    stdout,
    statements: outline?.statements ?? [],
    expressions: outline?.expressions ?? [],
    steps: steps.map(shownStep),
    slots: lastSlots(steps, slots),
  };
}

function shownStep({
  line,
  func,
  depth,
  exit,
  changed,
  moved,
  deleted,
  out,
  raised,
  returned,
  values,
}: TraceStep): TraceStep {
  return {
    line,
    func,
    depth,
    changed,
    ...(exit && { exit }),
    ...(moved && { moved }),
    ...(deleted && { deleted }),
    ...(out !== undefined && { out }),
    ...(raised !== undefined && { raised }),
    ...(returned && { returned }),
    ...(values && { values }),
  };
}

function lastSlots(steps: RunResult['steps'], slots: SlotsByLine): LineSlots[] {
  return [...slots].flatMap(([line, wanted]): LineSlots[] => {
    const results = steps.findLast((step) => step.line === line && step.slots !== undefined)?.slots;
    if (results === undefined) return [];
    return [
      [line, wanted.flatMap((slot, k) => (results[k] === undefined ? [] : [[slotKey(slot), results[k]]]))],
    ];
  });
}
