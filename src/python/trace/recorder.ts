/** Turns the evaluator's events into steps, as CPython's own tracing would see them. */
import type { Frame } from '../evaluate/frame.ts';
import type { Observer } from '../evaluate/run.ts';
import { type Budget, LimitReached } from '../limits.ts';
import type { PyException } from '../objects/exceptions.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { str } from '../operations/text.ts';
import type { Expression } from '../parse/ast.ts';
import { Describer, isSameSnapshot, type Looking } from './describer.ts';
import type { Outline } from './outline.ts';
import type { Reads } from './reads.ts';
import type { SlotResult } from './slot-value.ts';
import type { ExpressionValue, Snapshot, Step, Variable } from './step.ts';
import { TraceBudget, type TraceCut, type TraceLimits } from './trace-limits.ts';
import { visibleVariables } from './visible-variables.ts';

/** A step that may still be added to. */
type OpenStep = { -readonly [Key in keyof Step]: Key extends 'values' ? ExpressionValue[] : Step[Key] };

/** A variable at the last look. */
type Known = { value: Value; snapshot: Snapshot; look: number };

/** What is known of one live frame. */
type Watched = {
  readonly frame: Frame;
  step: OpenStep | undefined;
  /** The line of the last event. */
  raw: number | undefined;
  readonly variables: Map<string, Known>;
};

/** Evaluates the slots of a line in a frame, each apart from the program. */
export type SlotReader = (frame: Frame, line: number, looking: Looking) => readonly SlotResult[];

export class Recorder implements Observer {
  readonly steps: Step[] = [];
  readonly #stack: Watched[] = [];
  readonly #program: Budget;
  readonly #budget: TraceBudget;
  readonly #describer: Describer;
  readonly #readSlots: SlotReader | undefined;
  readonly #onCut: () => void;
  #firstLines: ReadonlyMap<number, number> = new Map();
  #outline: Outline | undefined;
  /** True while a snapshot runs code of the program (`__repr__`), which must leave no trace. */
  #silent = false;
  #looks = 0;
  #cut: TraceCut | undefined;
  /** Where code of the program that a snapshot runs tells what it reads. */
  #reads: Reads | undefined;
  readonly #looking: Looking;

  /**
   * @param program what the program may use, which snapshots are not charged to
   * @param onCut called once the trace's limits are reached: no event after that is recorded
   */
  constructor(program: Budget, limits: TraceLimits, onCut: () => void, readSlots?: SlotReader) {
    this.#program = program;
    this.#budget = new TraceBudget(limits);
    this.#onCut = onCut;
    this.#readSlots = readSlots;
    this.#looking = { quietly: (body, reads) => this.#quietly(body, reads) };
    this.#describer = new Describer(this.#budget, this.#looking);
  }

  /** Where the trace ended before the program; undefined for a whole one. */
  get cut(): TraceCut | undefined {
    return this.#cut;
  }

  /** Whether a snapshot is being made: what the program's own code prints then is no output. */
  get isLooking(): boolean {
    return this.#silent;
  }

  /** Tells which statement each line belongs to, before the program starts. */
  know(first: ReadonlyMap<number, number>, outline?: Outline): void {
    this.#firstLines = first;
    this.#outline = outline;
  }

  entered(frame: Frame): void {
    if (this.#silent) this.#reads?.entered(frame);
    else if (this.#cut === undefined && frame.name !== undefined)
      this.#stack.push({ frame, step: undefined, raw: undefined, variables: new Map() });
  }

  left(frame: Frame, value: Value): void {
    if (this.#silent || frame.name === undefined) return;
    const watched = this.#stack.at(-1);
    if (watched?.frame !== frame) return;
    this.#untimed(() => {
      this.#close(watched);
      if (watched.step !== undefined && frame.name !== '<module>')
        watched.step.returned = this.#describer.describe(value);
    });
    this.#stack.pop();
  }

  line(frame: Frame, line: number, again = false): void {
    const watched = this.#watched(frame);
    if (watched === undefined || (watched.raw === line && !again)) return;
    const start = this.#firstLines.get(line) ?? line;
    const open = watched.step;
    const continues = open?.line === start && (line !== start || watched.raw !== start);
    watched.raw = line;
    if (!continues) this.#begin(watched, start, frame);
  }

  leaving(frame: Frame, line: number): void {
    const watched = this.#watched(frame);
    if (watched === undefined) return;
    // A second context of the same statement is left from the line itself, which is no visit from the block.
    const fromBlock = watched.step?.line !== line;
    this.#begin(watched, line, frame);
    watched.raw = line;
    if (watched.step !== undefined && fromBlock) watched.step.exit = true;
  }

  turn(frame: Frame, line: number): void {
    const watched = this.#watched(frame.visible);
    if (watched?.step?.line === line && watched.raw === line) this.#begin(watched, line, frame);
  }

  /** Ends the open step and starts the next; `seen` is the frame whose variables CPython would show now. */
  #begin(watched: Watched, line: number, seen: Frame): void {
    this.#untimed(() => this.#close(watched, seen));
    this.#budget.step();
    const limit = this.#budget.exceeded;
    if (limit !== undefined) {
      this.#end(limit);
      return;
    }
    const step: OpenStep = {
      line,
      func: watched.frame.name ?? '<module>',
      depth: this.#stack.length - 1,
      changed: [],
    };
    watched.step = step;
    this.steps.push(step);
  }

  /** Ends the trace: the steps of calls under way tell what has come of them so far. */
  #end(limit: TraceCut['limit']): void {
    this.#cut = { step: this.steps.length, limit };
    for (const watched of this.#stack.slice(0, -1)) this.#close(watched);
    this.#stack.length = 0;
    this.#onCut();
  }

  raised(frame: Frame, exception: PyException): void {
    if (this.#silent) this.#reads?.raised();
    const watched = this.#watched(frame);
    if (watched?.step === undefined) return;
    const { name } = exception.type;
    watched.step.raised = this.#quietly(() => `${name}: ${str(exception)}`) ?? name;
  }

  printed(text: string): void {
    const step = this.#stack.at(-1)?.step;
    if (this.#silent || step === undefined) return;
    this.#budget.output(text.length);
    step.out = (step.out ?? '') + text;
  }

  evaluated(frame: Frame, node: Expression, value: Value): void {
    if (this.#silent) {
      this.#reads?.evaluated(frame, node, value);
      return;
    }
    const number = this.#outline?.numberOf.get(node);
    const step = number === undefined ? undefined : this.#watched(frame.visible)?.step;
    if (number === undefined || step === undefined || !this.#budget.hasRoomForExpressions) return;
    step.values ??= [];
    const values = step.values;
    this.#untimed(() =>
      values.push([number, this.#budget.expression(() => this.#describer.describe(value))]),
    );
  }

  #watched(frame: Frame): Watched | undefined {
    if (this.#silent) return undefined;
    const last = this.#stack.at(-1);
    return last?.frame === frame ? last : undefined;
  }

  /** Runs what writes the trace; the program's clock stands still meanwhile. */
  #untimed(body: () => void): void {
    const pause = this.#program.pause();
    try {
      body();
    } finally {
      this.#program.resume(pause);
    }
  }

  #quietly<T>(body: () => T, reads?: Reads): T | undefined {
    const [before, readsBefore] = [this.#silent, this.#reads];
    this.#silent = true;
    this.#reads = reads;
    try {
      return this.#program.apart(this.#budget.limits.milliseconds, body);
    } catch (error) {
      if (error instanceof LimitReached && error.limit !== 'stopped') return undefined;
      throw error;
    } finally {
      this.#silent = before;
      this.#reads = readsBefore;
    }
  }

  /** Notes in the frame's open step what its variables have become. */
  #close(watched: Watched, seen: Frame = watched.frame): void {
    const look = ++this.#looks;
    const { step, variables } = watched;
    const changed: Variable[] = [];
    const moved: Variable[] = [];
    const note = (name: string, value: Value): void => {
      const known = variables.get(name);
      if (known === undefined) {
        const snapshot = this.#describer.describe(value);
        variables.set(name, { value, snapshot, look });
        changed.push({ name, ...snapshot });
        return;
      }
      known.look = look;
      if (!(value instanceof PyObject) && Object.is(known.value, value)) return;
      known.value = value;
      const { snapshot: before } = known;
      const snapshot = this.#describer.describe(value);
      known.snapshot = snapshot;
      if (!isSameSnapshot(before, snapshot)) changed.push({ name, ...snapshot });
      else if (before.memory !== snapshot.memory || before.offset !== snapshot.offset)
        moved.push({ name, ...snapshot });
    };
    for (const [name, value] of visibleVariables(watched.frame, seen)) {
      note(name, value);
      const parts = value instanceof PyObject ? value.type.parts?.(value) : undefined;
      for (const [part, inner] of parts ?? []) note(`${name}.${part}`, inner);
    }
    const deleted: string[] = [];
    for (const [name, known] of variables) if (known.look !== look) deleted.push(name);
    for (const name of deleted) variables.delete(name);
    if (step === undefined) return;
    step.changed = changed;
    if (moved.length > 0) step.moved = moved;
    if (deleted.length > 0) step.deleted = deleted;
    const slots = seen === watched.frame ? this.#readSlots?.(seen, step.line, this.#looking) : undefined;
    if (slots !== undefined && slots.length > 0) step.slots = slots;
  }
}
