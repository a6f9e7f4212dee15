/** Turns the evaluator's events into steps, as CPython's own tracing would see them. */
import type { Frame } from '../evaluate/frame.ts';
import type { Given, Observer } from '../evaluate/run.ts';
import { BoundMethod, Callable, NativeFunction } from '../objects/callables.ts';
import type { PyException } from '../objects/exceptions.ts';
import { PyObject, PyType, type Value } from '../objects/object.ts';
import { typeName, typeOf } from '../objects/types.ts';
import { str } from '../operations/text.ts';
import type { Expression } from '../parse/ast.ts';
import type { Outline } from './outline.ts';
import type { SlotResult } from './slot-value.ts';
import { isSameSnapshot, takeSnapshot } from './snapshot.ts';
import type { CallRecord, Snapshot, Step, Variable } from './step.ts';
import { visibleVariables } from './visible-variables.ts';

type OpenStep = Step & { exit?: true; reads: Variable[]; calls: CallRecord[] };

/** What is known of one live frame. */
type Watched = {
  readonly frame: Frame;
  step: OpenStep | undefined;
  /** The line of the last event. */
  raw: number | undefined;
  variables: Map<string, Snapshot>;
  /** Values of the last look, so that unchanged immutable ones are not described again. */
  values: Map<string, Value>;
};

export type SlotReader = (frame: Frame, line: number) => readonly SlotResult[];

export class Recorder implements Observer {
  readonly steps: Step[] = [];
  readonly #stack: Watched[] = [];
  readonly #readSlots: SlotReader | undefined;
  #firstLines: ReadonlyMap<number, number> = new Map();
  /** True while a snapshot runs code of the program (`__repr__`), which must leave no trace. */
  #silent = false;

  #outline: Outline | undefined;

  constructor(readSlots?: SlotReader) {
    this.#readSlots = readSlots;
  }

  /** Tells which statement each line belongs to, before the program starts. */
  know(first: ReadonlyMap<number, number>, outline?: Outline): void {
    this.#firstLines = first;
    this.#outline = outline;
  }

  entered(frame: Frame): void {
    if (this.#silent || frame.name === undefined) return;
    this.#stack.push({ frame, step: undefined, raw: undefined, variables: new Map(), values: new Map() });
  }

  left(frame: Frame, value: Value): void {
    if (this.#silent || frame.name === undefined) return;
    const watched = this.#stack.at(-1);
    if (watched?.frame !== frame) return;
    this.#close(watched);
    if (watched.step !== undefined && frame.name !== '<module>')
      watched.step.returned = this.#snapshot(value);
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
    this.#close(watched, seen);
    const step: OpenStep = {
      line,
      func: watched.frame.name ?? '<module>',
      depth: this.#stack.length - 1,
      changed: [],
      reads: [],
      calls: [],
      loops: watched.frame.loops,
    };
    watched.step = step;
    this.steps.push(step);
  }

  raised(frame: Frame, exception: PyException): void {
    const watched = this.#watched(frame);
    if (watched?.step === undefined) return;
    watched.step.raised = this.#quietly(() => `${exception.type.name}: ${str(exception)}`);
  }

  printed(text: string): void {
    const step = this.#stack.at(-1)?.step;
    if (this.#silent || step === undefined) return;
    step.out = (step.out ?? '') + text;
  }

  read(frame: Frame, name: string, value: Value): void {
    const step = this.#watched(frame.visible)?.step;
    if (
      step === undefined ||
      (typeof value === 'object' && (value instanceof Callable || value instanceof PyType))
    )
      return;
    if (step.reads.some((known) => known.name === name)) return;
    step.reads.push({ name, ...this.#snapshot(value) });
  }

  evaluated(frame: Frame, node: Expression, value: Value): void {
    const number = this.#outline?.numberOf.get(node);
    const step = number === undefined ? undefined : this.#watched(frame.visible)?.step;
    if (number === undefined || step === undefined) return;
    step.values ??= [];
    step.values.push([number, this.#snapshot(value)]);
  }

  calling(frame: Frame, text: string, callee: Value, { args, keywords }: Given): (result: Value) => void {
    const step = this.#watched(frame.visible)?.step;
    if (step === undefined) return () => {};
    const record: CallRecord = {
      text,
      function: functionName(callee),
      ...(callee instanceof BoundMethod ? { receiver: this.#snapshot(callee.self) } : {}),
      args: args.map((value) => this.#snapshot(value)),
      keywords: [...keywords].map(([name, value]) => ({ name, ...this.#snapshot(value) })),
    };
    step.calls.push(record);
    return (result) => {
      record.result = this.#snapshot(result);
    };
  }

  #watched(frame: Frame): Watched | undefined {
    if (this.#silent) return undefined;
    const last = this.#stack.at(-1);
    return last?.frame === frame ? last : undefined;
  }

  #quietly<T>(body: () => T): T {
    const before = this.#silent;
    this.#silent = true;
    try {
      return body();
    } finally {
      this.#silent = before;
    }
  }

  #snapshot(value: Value): Snapshot {
    return this.#quietly(() => takeSnapshot(value));
  }

  /** Notes in the frame's open step what its variables have become. */
  #close(watched: Watched, seen: Frame = watched.frame): void {
    const now = new Map<string, Snapshot>();
    const values = new Map<string, Value>();
    const changed: Variable[] = [];
    const look = (name: string, value: Value): void => {
      const before = watched.variables.get(name);
      values.set(name, value);
      const unchanged =
        before !== undefined && !(value instanceof PyObject) && Object.is(watched.values.get(name), value);
      const snapshot = unchanged ? before : this.#snapshot(value);
      const same = before !== undefined && isSameSnapshot(before, snapshot);
      now.set(name, same ? before : snapshot);
      if (!same) changed.push({ name, ...snapshot });
    };
    for (const [name, value] of visibleVariables(watched.frame, seen)) {
      look(name, value);
      const parts = value instanceof PyObject ? value.type.parts?.(value) : undefined;
      for (const [part, inner] of parts ?? []) look(`${name}.${part}`, inner);
    }
    const { step } = watched;
    if (step !== undefined) {
      step.changed = changed;
      const deleted = [...watched.variables.keys()].filter((name) => !now.has(name));
      if (deleted.length > 0) step.deleted = deleted;
      const slots =
        seen === watched.frame ? this.#quietly(() => this.#readSlots?.(seen, step.line)) : undefined;
      if (slots !== undefined && slots.length > 0) step.slots = slots;
    }
    watched.variables = now;
    watched.values = values;
  }
}

function functionName(callee: Value): string {
  if (callee instanceof BoundMethod)
    return callee.function instanceof NativeFunction
      ? `${callee.function.module}.${callee.function.qualifiedName}`
      : `__main__.${typeName(callee.self)}.${callee.name}`;
  if (callee instanceof NativeFunction)
    return callee.qualifiedName.startsWith(`${callee.module}.`)
      ? callee.qualifiedName
      : `${callee.module}.${callee.qualifiedName}`;
  if (callee instanceof PyType) return `${callee.module}.${callee.qualifiedName}`;
  if (callee instanceof Callable) return `__main__.${callee.name}`;
  const type = typeOf(callee);
  return `${type.module}.${type.name}`;
}
