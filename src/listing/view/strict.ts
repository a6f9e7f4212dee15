/** "Stop at silent broadcasting": a run as it would be if a value larger than both operands were an error. */
import type { Ran, Run } from '../run/run.ts';
import type { ListingSource } from '../source/listing-source.ts';
import { broadcastsOf, sizeOf } from './broadcasts.ts';
import { shapeText } from './shape-text.ts';
import type { Broadcast } from './state.ts';
import { ProgramContext } from './step-context.ts';

/** The type of the book's own error; no library has it. */
export const SILENT_BROADCAST = 'SilentBroadcast';

/** Returns the run up to the first step whose broadcasting makes a value larger than both operands, which then raises. */
export function stopAtSilentBroadcast(
  run: Run,
  source: Pick<ListingSource, 'axes' | 'hues'>,
  text: string,
): Run {
  if (run.kind !== 'ran') return run;
  const program = new ProgramContext(run.trace, source, text);
  for (const [index] of run.trace.steps.entries()) {
    const context = program.at(index);
    const silent = context && broadcastsOf(context).find(({ grows }) => grows);
    if (silent !== undefined) return stoppedAt(index, silent, run);
  }
  return run;
}

function stoppedAt(index: number, broadcast: Broadcast, { trace }: Ran): Run {
  const steps = trace.steps.slice(0, index + 1);
  const last = steps.pop();
  if (last === undefined) throw new RangeError(`No step ${index}.`);
  const { changed: _changed, out: _out, returned: _returned, values = [], ...step } = last;
  const at = values.findIndex(([number]) => number === broadcast.expression);
  const message = silentBroadcastText(broadcast);
  // Like an operation that raises, the stopped one has no value.
  const raised = {
    ...step,
    values: at < 0 ? values : values.slice(0, at),
    changed: [],
    raised: `${SILENT_BROADCAST}: ${message}`,
  };
  const stdout = steps.map(({ out = '' }) => out).join('');
  return {
    kind: 'ran',
    trace: { ...trace, steps: [...steps, raised], stdout },
    exception: { type: SILENT_BROADCAST, message, line: last.line, func: last.func, module_line: last.line },
    traceback: '',
  };
}

/** `(3, 1) and (3,) → (3, 3): 3 and 3 values became 9`. */
export function silentBroadcastText({ operands, shape }: Broadcast): string {
  const shapes = operands.map((operand) => shapeText(operand.shape)).join(' and ');
  const sizes = operands.map((operand) => sizeOf(operand.shape)).join(' and ');
  return `${shapes} → ${shapeText(shape)}: ${sizes} values became ${sizeOf(shape)}`;
}
