/** A run in the format of the recorded truth (see tests/goldens/README.md). */
import type { RunResult } from '../session.ts';
import type { Step } from './step.ts';

export type Recording = {
  readonly source: string;
  readonly stdout: string;
  readonly stdout_by_line: Readonly<Record<string, string>>;
  readonly steps: readonly Omit<Step, 'reads' | 'calls' | 'loops' | 'slots' | 'values'>[];
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
    steps: steps.map(
      ({ reads: _reads, calls: _calls, loops: _loops, slots: _slots, values: _values, ...step }) => step,
    ),
    exception: outcome.kind === 'raised' ? outcome.exception : null,
  };
}
