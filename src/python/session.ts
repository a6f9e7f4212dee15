/** Programs run one after another over the same names, as at a prompt. */

import { makeBuiltins } from './builtins/index.ts';
import { noteException } from './evaluate/exit.ts';
import { execute } from './evaluate/flow.ts';
import { Frame } from './evaluate/frame.ts';
import { heldElements } from './evaluate/held.ts';
import type { Run } from './evaluate/run.ts';
import { type Names, valueOfText } from './evaluate/run-text.ts';
import { Budget, DEFAULT_LIMITS, type Limits, withBudget } from './limits.ts';
import type { FigureData } from './modules/matplotlib/figure-data.ts';
import { fetchedCount, moduleFactory, requirePrepared } from './modules/registry.ts';
import { builtinException, pyError } from './objects/exceptions.ts';
import type { PyModule } from './objects/module.ts';
import type { Value } from './objects/object.ts';
import { describeEnd, type Outcome } from './outcome.ts';
import { Output } from './output.ts';
import { type Program, parseProgram } from './parse/index.ts';
import { RunSeeds } from './run-seeds.ts';
import { analyseProgram } from './scope/analyse.ts';
import { firstLines } from './trace/first-lines.ts';
import { type Outline, outlineOf } from './trace/outline.ts';
import type { ProgramText } from './trace/program-text.ts';
import { Recorder } from './trace/recorder.ts';
import type { Slot, SlotResult } from './trace/slot-value.ts';
import { readSlot, slotReader } from './trace/slots.ts';
import type { Step } from './trace/step.ts';
import { DEFAULT_TRACE_LIMITS, type TraceCut, type TraceLimits } from './trace/trace-limits.ts';
import { WarningFilters } from './warning-filters.ts';

export type RunOptions = {
  readonly limits?: Partial<Limits>;
  /** Asked now and then; true ends the program. */
  readonly stopped?: () => boolean;
  /** Record steps. Without it the program runs about twice as fast. */
  readonly trace?: boolean;
  /** How large the trace may become; the program is not charged for it, and runs to its end without it. */
  readonly traceLimits?: Partial<TraceLimits>;
  /** Record what every expression came to, with an outline of the program's text; needs `trace`. */
  readonly expressions?: boolean;
  /** Slots to evaluate after each execution of a line; needs `trace`. */
  readonly slots?: ReadonlyMap<number, readonly Slot[]>;
  /** Called with each piece of output as it is printed. */
  readonly onOutput?: (text: string) => void;
  /** How a traceback names the file. */
  readonly file?: string;
  /** A whole number that seeds the random generators which the program leaves unseeded; 0 unless given. */
  readonly seed?: number;
};

/** What Python writes to standard error without ending the program; the first of its kind on a line. */
export type WarningRecord = { readonly category: string; readonly message: string; readonly line: number };

export type RunResult = {
  readonly stdout: string;
  readonly warnings: readonly WarningRecord[];
  readonly outcome: Outcome;
  readonly steps: readonly Step[];
  /** Where the trace ended before the program did; left out of a whole one. */
  readonly traceCut?: TraceCut;
  /** The program's statements and expressions, where these were asked for. */
  readonly outline?: ProgramText;
  /** The figures that the program drew, in the order in which it began them. */
  readonly figures: readonly FigureData[];
  /** The seed of the run, where random numbers depended on it: another seed gives other numbers. */
  readonly seed?: number;
};

/**
 * A session runs texts one after another; each sees the names that the ones before it left. Functions keep the globals
 * of the text that defined them. The limits hold for the session as a whole.
 */
export class Session {
  readonly #options: RunOptions;
  readonly #budget: Budget;
  readonly #recorder: Recorder | undefined;
  readonly #warnings: WarningRecord[] = [];
  readonly #written: string[] = [];
  readonly #run: Run;
  readonly #seeds: RunSeeds;
  readonly #figures: (() => FigureData)[] = [];
  readonly #names = new Map<string, Value>([['__name__', '__main__']]);

  constructor(options: RunOptions = {}) {
    this.#options = options;
    this.#budget = new Budget({ ...DEFAULT_LIMITS, ...options.limits }, options.stopped);
    this.#recorder =
      options.trace === true
        ? new Recorder(
            this.#budget,
            { ...DEFAULT_TRACE_LIMITS, ...options.traceLimits },
            () => {
              this.#run.observer = undefined;
            },
            slotReader(options.slots),
          )
        : undefined;
    const write = (piece: string): void => this.#write(piece);
    this.#seeds = new RunSeeds(options.seed ?? 0);
    this.#run = startRun(
      this.#budget,
      { write, warnings: this.#warnings, seeds: this.#seeds, figures: this.#figures },
      this.#recorder,
    );
  }

  /**
   * Runs a text that was prepared. Whatever it is, this returns: every way to end is an `Outcome`.
   * @throws {Error} where the text names a library that `prepare` has not fetched
   */
  run(text: string): RunResult {
    requirePrepared(text);
    const [printed, warned] = [this.#written.length, this.#warnings.length];
    const stepped = this.#recorder?.steps.length ?? 0;
    const drawn = this.#figures.length;
    const seen: Seen = {};
    const outcome = withBudget(this.#budget, () => this.#perform(text, seen));
    return {
      stdout: this.#written.slice(printed).join(''),
      warnings: this.#warnings.slice(warned),
      outcome,
      steps: this.#recorder?.steps.slice(stepped) ?? [],
      ...(this.#recorder?.cut !== undefined && { traceCut: this.#recorder.cut }),
      ...(seen.outline !== undefined && { outline: seen.outline.text }),
      figures: this.#figures.slice(drawn).map((data) => data()),
      ...(this.#seeds.used && { seed: this.#seeds.seed }),
    };
  }

  /**
   * Evaluates a slot over the names that the texts before it left. Like `run` it always returns: with the value or the
   * exception, or with the limit that ended it. Code that is not Python is an exception as well.
   * @throws {Error} where the slot names a library that `prepare` has not fetched
   */
  evaluate(slot: Slot): SlotResult | Extract<Outcome, { kind: 'limit' }> {
    requirePrepared(slot.expression);
    const frame = new Frame(this.#run, analyseProgram(NO_PROGRAM), undefined, '<module>');
    for (const [name, value] of this.#names) frame.variables.set(name, value);
    this.#run.frame = frame;
    try {
      return withBudget(this.#budget, () => readSlot(slot, frame));
    } catch (error) {
      const outcome = describeEnd(error, slot.expression, '<slot>', new Map());
      if (outcome.kind !== 'limit') throw error;
      return outcome;
    }
  }

  #write(piece: string): void {
    if (this.#recorder?.isLooking === true) return;
    this.#budget.print(piece.length);
    this.#written.push(piece);
    this.#recorder?.printed(piece);
    this.#options.onOutput?.(piece);
  }

  #perform(text: string, seen: Seen): Outcome {
    let first: ReadonlyMap<number, number> = new Map();
    try {
      const program = parsedOnce(text);
      const frame = new Frame(this.#run, analyseProgram(program), undefined, '<module>');
      this.#run.frame = frame;
      this.#names.set('__doc__', program.docstring);
      for (const [name, value] of this.#names) frame.variables.set(name, value);
      first = firstLines(program.body);
      if (this.#options.expressions === true) seen.outline = outlineOf(program, text);
      this.#recorder?.know(first, seen.outline);
      this.#recorder?.entered(frame);
      try {
        execute(program.body, frame);
      } catch (error) {
        throw noteException(frame, error);
      }
      this.#recorder?.left(frame, null);
      this.#names.clear();
      for (const [name, value] of frame.variables) this.#names.set(name, value);
      return { kind: 'finished' };
    } catch (error) {
      return describeEnd(error, text, this.#options.file ?? '<program>', first);
    }
  }
}

const NO_PROGRAM: Program = { body: [], docstring: null };

/** Programs that were read before: an exercise runs the same one for each seed. The tree is not changed by running it. */
const parsed = new Map<string, Program>();
const MOST_PARSED = 20;

function parsedOnce(text: string): Program {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const program = parseProgram(text);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(text, program);
  return program;
}

/** What a text turned out to be, once it could be read. */
type Seen = { outline?: Outline };

/** Where a program's text and its warnings go, and the seeds it gets. */
type Surroundings = {
  readonly write: (piece: string) => void;
  readonly warnings: WarningRecord[];
  readonly seeds: RunSeeds;
  readonly figures: (() => FigureData)[];
};

function startRun(
  budget: Budget,
  { write, warnings, seeds, figures }: Surroundings,
  recorder: Recorder | undefined,
): Run {
  const modules = new Map<string, PyModule>();
  const warningFilters = new WarningFilters();
  const warn = (category: string, message: string): void => {
    const action = warningFilters.actionFor(category, message);
    if (action === 'ignore') return;
    if (action === 'error') throw pyError(builtinException(category as 'Warning'), message);
    if (warningFilters.record !== undefined) {
      warningFilters.record(category, message);
      return;
    }
    const warning = { category, message, line: run.frame?.at.line ?? 0 };
    const known = warnings.some((each) => each.line === warning.line && each.message === message);
    if (!known) warnings.push(warning);
  };
  const addFigure = (data: () => FigureData): void => {
    figures.push(data);
  };
  /** Modules that are being made: they import their parts themselves. */
  const started = new Set<string>();
  const importModule = (name: string): PyModule | undefined => {
    const parent = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    // A package is imported before its parts, for what it sets up.
    if (parent !== '' && !started.has(parent)) importModule(parent);
    const known = modules.get(name);
    if (known !== undefined) return known;
    started.add(name);
    const made = moduleFactory(name)?.(host);
    if (made !== undefined) modules.set(name, made);
    return made;
  };
  const output = new Output(write);
  const run: Run = {
    budget,
    observer: recorder,
    builtins: makeBuiltins(output.write),
    write: output.write,
    importModule,
    depth: 1,
    frame: undefined,
    building: [],
    handling: null,
  };
  const host = {
    write: output.write,
    importModule,
    warn,
    warningFilters,
    runSeed: () => seeds.next(),
    addFigure,
    valueOfText: (text: string, names: Names) => valueOfText(run, text, names),
    printedWhile: (body: () => void) => output.during(body),
    fetchedCount,
  };
  budget.measure = () => heldElements(run);
  return run;
}
