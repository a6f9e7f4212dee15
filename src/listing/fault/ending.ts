/** How a run ended, as a reader sees it: what was printed, the warnings, the exception. Plain JSON. */
import type { Run } from '../run/run.ts';

/** A part of what a program said; `raises` is the last. `stops` is a message of the book's, not of Python. */
export interface EndingPart {
  readonly kind: 'prints' | 'warns' | 'raises' | 'stops';
  /** What was printed, or the message alone. */
  readonly text: string;
  /** `ValueError`, `UserWarning`; empty for what has no type. */
  readonly type: string;
}

/** Returns what a program said, in the order in which a reader meets it; empty where it said nothing. */
export function endingOf(run: Run): EndingPart[] {
  const stdout = run.kind === 'ran' ? run.trace.stdout : run.stdout;
  const parts: EndingPart[] = [];
  if (stdout !== '') parts.push({ kind: 'prints', type: '', text: stdout.replace(/\n$/, '') });
  if (run.kind === 'not-run')
    return [...parts, { kind: run.type === '' ? 'stops' : 'raises', type: run.type, text: run.message }];
  const { warnings = [], exception, cut } = run;
  for (const { category, message } of warnings) parts.push({ kind: 'warns', type: category, text: message });
  if (exception !== null) parts.push({ kind: 'raises', type: exception.type, text: exception.message });
  if (cut !== undefined) parts.push({ kind: 'stops', type: '', text: cut.message });
  return parts;
}

/** Returns the first message among the parts: of an exception, else of a warning; undefined where there is neither. */
export function messageOf(parts: readonly EndingPart[]): EndingPart | undefined {
  return parts.find(({ kind }) => kind === 'raises') ?? parts.find(({ kind }) => kind === 'warns');
}
