/** A run in the format of the recorded truth (see tests/goldens/README.md). */
import type { RunResult } from '../session.ts';
import type { Snapshot, Step, Variable } from './step.ts';

/** A value without what only the page needs. */
type RecordedValue<Value extends Snapshot> = Omit<Value, 'memory' | 'offset' | 'cut'>;

type RecordedStep = Omit<Step, 'slots' | 'values' | 'moved' | 'changed' | 'returned'> & {
  readonly changed: readonly RecordedValue<Variable>[];
  readonly returned?: RecordedValue<Snapshot>;
};

export type Recording = {
  readonly source: string;
  readonly stdout: string;
  readonly stdout_by_line: Readonly<Record<string, string>>;
  readonly steps: readonly RecordedStep[];
  readonly exception: null | {
    readonly type: string;
    readonly message: string;
    readonly line: number | null;
    readonly func: string | null;
    readonly module_line: number | null;
  };
};

export function toRecording(source: string, { stdout, outcome, steps }: RunResult): Recording {
  const byLine = new Map<number, string>();
  for (const { line, out } of steps) if (out !== undefined) byLine.set(line, (byLine.get(line) ?? '') + out);
  return {
    source,
    stdout,
    stdout_by_line: Object.fromEntries([...byLine].map(([line, text]) => [String(line), text])),
    steps: steps.map(({ slots: _slots, values: _values, moved: _moved, changed, returned, ...step }) => ({
      ...step,
      changed: changed.map(recordedValue),
      ...(returned !== undefined && { returned: recordedValue(returned) }),
    })),
    exception: outcome.kind === 'raised' ? outcome.exception : null,
  };
}

function recordedValue<Value extends Snapshot>({
  memory: _memory,
  offset: _offset,
  cut: _cut,
  ...value
}: Value): RecordedValue<Value> {
  return value;
}
