/** What a line of a program came to: what it printed or, where it prints nothing, what it made. */
import type { Snapshot } from '../../python/index.ts';
import type { Run } from '../run/run.ts';
import { numbersOf } from '../view/numbers.ts';
import { ProgramContext, type StepContext } from '../view/step-context.ts';

export type LineResult =
  | Result
  | { readonly kind: 'raised'; readonly text: string }
  /** The line did not run, or neither printed nor made anything. */
  | { readonly kind: 'nothing' };

interface Result {
  readonly kind: 'result';
  /** As Python prints it; the prints of a loop's turns follow each other. */
  readonly text: string;
  /** Python's or the library's name of the type: `ndarray`, `tuple`, `str`. */
  readonly type: string;
  /** Of an array, tensor or number; a number has no axes. */
  readonly shape?: readonly number[];
  /** Its elements in row-major order. */
  readonly numbers?: readonly number[];
}

/**
 * Returns the result of a line in a run. An exception counts wherever it ended the program, for then the line gives nothing.
 *
 * @param line the first line of its statement, from 1
 */
export function lineResult(run: Run, line: number, text: string): LineResult {
  if (run.kind === 'not-run') return { kind: 'raised', text: `${run.type || 'Error'}: ${run.message}` };
  const program = new ProgramContext(run.trace, { axes: [], hues: [] }, text);
  const steps = run.trace.steps.flatMap((step, index) => {
    const context =
      step.line === line && !step.exit && step.raised === undefined ? program.at(index) : undefined;
    return context === undefined ? [] : [context];
  });
  const [first] = steps;
  if (first === undefined) {
    if (run.exception === null) return { kind: 'nothing' };
    const { type, message } = run.exception;
    return { kind: 'raised', text: message === '' ? type : `${type}: ${message}` };
  }
  const printed = steps.map(({ step }) => step.out ?? '').join('');
  const value = steps.length === 1 ? resultingValue(first) : undefined;
  if (printed === '' && value === undefined) return { kind: 'nothing' };
  const shown = printed === '' ? (value?.str ?? value?.repr ?? '') : printed.replace(/\n$/, '');
  const numeric = value && numbersWithShape(value);
  return {
    kind: 'result',
    text: shown,
    type: value?.type ?? 'str',
    ...numeric,
  };
}

/** Returns the one thing that a statement prints, or the variable that it writes. */
function resultingValue({ evaluated, step }: StepContext): Snapshot | undefined {
  const last = evaluated.at(-1);
  if (last?.expression.function === 'print')
    return last.inputs.length === 1 ? last.inputs[0]?.value : undefined;
  return step.out === undefined && step.changed.length === 1 ? step.changed[0] : undefined;
}

/** Returns the numbers of an array, a number, or a list of numbers, which counts as a vector. */
function numbersWithShape(value: Snapshot): Pick<Result, 'shape' | 'numbers'> {
  const { type, repr = '', shape = [] } = value;
  if (type !== 'list') {
    const numbers = numbersOf(value);
    return numbers === undefined ? {} : { shape, numbers };
  }
  if (!/^\[[-\d.e, ]+\]$/.test(repr)) return {};
  const numbers = repr.slice(1, -1).split(', ').map(Number);
  return { shape: [numbers.length], numbers };
}
