/** Generators: functions with `yield`, and generator expressions. */

import { PyError, type PyException, pyError, typeError } from '../objects/exceptions.ts';
import { PyIterator } from '../objects/iterators.ts';
import type { Value } from '../objects/object.ts';
import { generatorType } from '../objects/types.ts';
import { enter } from './enter.ts';
import { finish, noteException } from './exit.ts';
import type { Frame } from './frame.ts';

type Step = { readonly done?: boolean | undefined; readonly value: unknown };

/** What a generator runs: from one value to the next, with a value sent in or an exception thrown in. */
export type Steps = { next(sent: Value): Step; throw(error: PyError): Step };

export class PyGenerator extends PyIterator {
  readonly name: string;
  readonly qualifiedName: string;
  readonly #frame: Frame;
  readonly #steps: Steps;
  #state: 'new' | 'paused' | 'running' | 'done' = 'new';

  constructor(frame: Frame, steps: Steps, name: string, qualifiedName: string) {
    super(generatorType, () => this.resume(() => steps.next(null)));
    this.#frame = frame;
    this.#steps = steps;
    this.name = name;
    this.qualifiedName = qualifiedName;
  }

  /** Its variables, kept between two values. */
  get frame(): Frame {
    return this.#frame;
  }

  /** What its `return` gave, for `yield from` and StopIteration. */
  get result(): Value {
    return this.#frame.returned;
  }

  send(value: Value): Value {
    if (this.#state === 'new' && value !== null)
      throw typeError("can't send non-None value to a just-started generator");
    const next = this.forward(value, undefined);
    if (next === undefined) throw stopIteration(this.result);
    return next;
  }

  throw(exception: PyException): Value {
    const next = this.forward(null, new PyError(exception));
    if (next === undefined) throw stopIteration(this.result);
    return next;
  }

  /** Returns what a `yield from` passes on: a value sent in, or an exception. Undefined at the end. */
  forward(sent: Value, error: PyError | undefined): Value | undefined {
    if (error === undefined) return this.resume(() => this.#steps.next(sent));
    if (error.exception.type.name === 'GeneratorExit') {
      this.close();
      throw error;
    }
    if (this.#state === 'new' || this.#state === 'done') {
      this.#state = 'done';
      throw error;
    }
    return this.resume(() => this.#steps.throw(error));
  }

  close(): void {
    if (this.#state === 'new') this.#state = 'done';
    if (this.#state !== 'paused') return;
    try {
      const next = this.resume(() => this.#steps.throw(pyError('GeneratorExit')));
      if (next !== undefined) throw pyError('RuntimeError', 'generator ignored GeneratorExit');
    } catch (error) {
      const name = error instanceof PyError ? error.exception.type.name : '';
      if (name !== 'GeneratorExit' && name !== 'StopIteration') throw error;
    }
  }

  resume(advance: () => Step): Value | undefined {
    if (this.#state === 'done') return undefined;
    if (this.#state === 'running') throw pyError('ValueError', 'generator already executing');
    const { run } = this.#frame;
    const caller = enter(this.#frame);
    this.#state = 'running';
    try {
      const { done, value } = advance();
      this.#state = done === true ? 'done' : 'paused';
      finish(this.#frame, done === true ? this.#frame.returned : (value as Value));
      return done === true ? undefined : (value as Value);
    } catch (error) {
      this.#state = 'done';
      throw stopBecomesRuntimeError(noteException(this.#frame, error));
    } finally {
      run.depth--;
      run.frame = caller;
    }
  }
}

function stopIteration(value: Value): PyError {
  return value === null ? pyError('StopIteration') : pyError('StopIteration', value);
}

function stopBecomesRuntimeError(error: unknown): unknown {
  if (!(error instanceof PyError) || error.exception.type.name !== 'StopIteration') return error;
  const replaced = pyError('RuntimeError', 'generator raised StopIteration');
  replaced.exception.cause = error.exception;
  return replaced;
}
