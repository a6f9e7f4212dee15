/** Running a program from its text to what it printed, how it ended and what happened on the way. */
import { makeBuiltins } from './builtins/index.ts';
import { noteException } from './evaluate/exit.ts';
import { execute } from './evaluate/flow.ts';
import { Frame } from './evaluate/frame.ts';
import type { Run } from './evaluate/run.ts';
import { Budget, DEFAULT_LIMITS, type LimitKind, LimitReached, type Limits, withBudget } from './limits.ts';
import { moduleFactories } from './modules/registry.ts';
import { PyError } from './objects/exceptions.ts';
import type { PyModule } from './objects/module.ts';
import { str } from './operations/text.ts';
import { parseProgram } from './parse/index.ts';
import { PythonSyntaxError } from './parse/syntax-error.ts';
import { Refusal } from './refusal.ts';
import { analyseProgram } from './scope/analyse.ts';
import { firstLines } from './trace/first-lines.ts';
import { Recorder } from './trace/recorder.ts';
import { slotReader } from './trace/slots.ts';
import type { ExceptionRecord, Step } from './trace/step.ts';
import { traceback } from './trace/traceback.ts';

export type RunOptions = {
  readonly limits?: Partial<Limits>;
  /** Asked now and then; true ends the program. */
  readonly stopped?: () => boolean;
  /** Record steps. Without it the program runs about twice as fast. */
  readonly trace?: boolean;
  /** Format-string slots (`magnitude:.4f`) to evaluate after each execution of a line; needs `trace`. */
  readonly slots?: ReadonlyMap<number, readonly string[]>;
  /** Called with each piece of output as it is printed. */
  readonly onOutput?: (text: string) => void;
  /** How a traceback names the file. */
  readonly file?: string;
};

/** How a program ended. */
export type Outcome =
  | { readonly kind: 'finished' }
  | { readonly kind: 'raised'; readonly exception: ExceptionRecord; readonly traceback: string }
  | {
      readonly kind: 'syntax-error';
      readonly type: string;
      readonly message: string;
      readonly line: number;
      readonly column: number;
      readonly traceback: string;
    }
  | { readonly kind: 'refused'; readonly message: string; readonly line: number; readonly column: number }
  | { readonly kind: 'limit'; readonly limit: LimitKind; readonly message: string };

/** What Python writes to standard error without ending the program; the first of its kind on a line. */
export type WarningRecord = { readonly category: string; readonly message: string; readonly line: number };

export type RunResult = {
  readonly stdout: string;
  readonly warnings: readonly WarningRecord[];
  readonly outcome: Outcome;
  readonly steps: readonly Step[];
};

/** Runs a program. Whatever the text, it returns: every way to end is an `Outcome`. */
export function runProgram(text: string, options: RunOptions = {}): RunResult {
  const budget = new Budget({ ...DEFAULT_LIMITS, ...options.limits }, options.stopped);
  const written: string[] = [];
  const recorder = options.trace === true ? new Recorder(slotReader(options.slots)) : undefined;
  const write = (piece: string): void => {
    budget.print(piece.length);
    written.push(piece);
    recorder?.printed(piece);
    options.onOutput?.(piece);
  };
  const warnings: WarningRecord[] = [];
  const outcome = withBudget(budget, () =>
    perform(text, budget, { write, warnings }, recorder, options.file ?? '<program>'),
  );
  return { stdout: written.join(''), warnings, outcome, steps: recorder?.steps ?? [] };
}

/** Where a program's text and its warnings go. */
type Output = { readonly write: (piece: string) => void; readonly warnings: WarningRecord[] };

function perform(
  text: string,
  budget: Budget,
  output: Output,
  recorder: Recorder | undefined,
  file: string,
): Outcome {
  let first: ReadonlyMap<number, number> = new Map();
  try {
    const program = parseProgram(text);
    const scope = analyseProgram(program);
    const frame = new Frame(startRun(budget, output, recorder), scope, undefined, '<module>');
    frame.run.frame = frame;
    frame.variables.set('__name__', '__main__');
    frame.variables.set('__doc__', program.docstring);
    first = firstLines(program.body);
    recorder?.know(first);
    recorder?.entered(frame);
    try {
      execute(program.body, frame).next();
    } catch (error) {
      throw noteException(frame, error);
    }
    recorder?.left(frame, null);
    return { kind: 'finished' };
  } catch (error) {
    return describeEnd(error, text, file, first);
  }
}

function startRun(budget: Budget, { write, warnings }: Output, recorder: Recorder | undefined): Run {
  const modules = new Map<string, PyModule>();
  const warn = (category: string, message: string): void => {
    const warning = { category, message, line: run.frame?.at.line ?? 0 };
    const known = warnings.some((each) => each.line === warning.line && each.message === message);
    if (!known) warnings.push(warning);
  };
  const importModule = (name: string): PyModule | undefined => {
    const known = modules.get(name);
    if (known !== undefined) return known;
    const made = moduleFactories.get(name)?.({ write, importModule, warn });
    if (made !== undefined) modules.set(name, made);
    return made;
  };
  const builtins = makeBuiltins(write);
  const run: Run = {
    budget,
    observer: recorder,
    builtins,
    write,
    importModule,
    depth: 1,
    frame: undefined,
    handling: null,
  };
  return run;
}

function describeEnd(
  error: unknown,
  text: string,
  file: string,
  first: ReadonlyMap<number, number>,
): Outcome {
  const statementAt = (line: number): number => first.get(line) ?? line;
  if (error instanceof PyError) {
    const { exception } = error;
    const [inner] = exception.traceback;
    const module = exception.traceback.findLast((entry) => entry.function === '<module>');
    return {
      kind: 'raised',
      exception: {
        type: exception.type.name,
        message: textOf(error),
        line: statementAt(inner?.line ?? 0),
        func: inner?.function ?? '<module>',
        module_line: statementAt(module?.line ?? 0),
      },
      traceback: traceback(exception, text, file),
    };
  }
  if (error instanceof PythonSyntaxError) {
    const { type, message, line, column } = error;
    const shown = text.split('\n')[line - 1] ?? '';
    const lines = [
      `  File "${file}", line ${line}`,
      `    ${shown.trim()}`,
      `${' '.repeat(4 + Math.max(0, column - 1 - (shown.length - shown.trimStart().length)))}^`,
    ];
    return {
      kind: 'syntax-error',
      type,
      message,
      line,
      column,
      traceback: `${lines.join('\n')}\n${type}: ${message}`,
    };
  }
  if (error instanceof Refusal)
    return { kind: 'refused', message: error.message, line: error.line ?? 1, column: error.column ?? 1 };
  if (error instanceof LimitReached) return { kind: 'limit', limit: error.limit, message: error.message };
  throw error;
}

function textOf(error: PyError): string {
  try {
    return str(error.exception);
  } catch (problem) {
    if (problem instanceof PyError) return `<exception str() failed>`;
    throw problem;
  }
}
