/**
 * The saved position of a generator between two values. A `yield` unwinds every statement around it, and each saves here what it
 * needs to go on. Resuming enters the same statements again, and each restores what it saved.
 */
import type { PyError } from '../objects/exceptions.ts';
import type { PyIterator } from '../objects/iterators.ts';
import type { Value } from '../objects/object.ts';
import type { Body, ExceptHandler } from '../parse/ast.ts';
import type { Completion } from './statements.ts';

/** How the part of a `try` before its `finally` ended. */
export type Ending = {
  readonly completion: Completion;
  readonly pending: PyError | undefined;
  readonly returned: Value;
};

type Saved =
  | { readonly at: 'body'; readonly index: number }
  | { readonly at: 'if'; readonly taken: Body }
  | {
      readonly at: 'loop';
      readonly turn: number;
      readonly ended: boolean;
      /** What a `for` takes its values from. */
      readonly iterator: PyIterator | undefined;
    }
  | {
      readonly at: 'try';
      readonly part: 'body' | 'else' | 'handler';
      readonly error: PyError | undefined;
      readonly handler: ExceptHandler | undefined;
    }
  /** Without an ending: paused before the `finally`. */
  | { readonly at: 'finally'; readonly ending: Ending | undefined }
  | { readonly at: 'with'; readonly context: Value; readonly exit: Value }
  | { readonly at: 'yield'; readonly delegate: PyIterator | undefined };

export class Pause {
  /** Innermost statement first. */
  readonly #saved: Saved[] = [];
  #error: PyError | undefined;
  #sent: Value = null;
  /** The value handed out. */
  value: Value = null;
  /** True from the moment the generator goes on until its `yield` is reached again. */
  resuming = false;

  save(state: Saved): void {
    this.#saved.push(state);
  }

  /** Returns what the statement saved, if the generator is going on; undefined where it runs for the first time. */
  restore<At extends Saved['at']>(at: At): Extract<Saved, { at: At }> | undefined {
    if (!this.resuming) return undefined;
    const state = this.#saved.pop();
    if (state?.at !== at) throw new Error(`A generator went on at ${at} but had paused at ${state?.at}.`);
    return state as Extract<Saved, { at: At }>;
  }

  /** An exception was caught: nothing is to be taken up again, even if the stack ran out on the way back to the `yield`. */
  forget(): void {
    this.#saved.length = 0;
    this.resuming = false;
  }

  /** Goes on with the value of the `yield`, or with an exception raised there. */
  resume(sent: Value, error?: PyError): void {
    this.#sent = sent;
    this.#error = error;
    this.resuming = true;
  }

  /** At the `yield` itself: the value that was sent in, or the exception that is to be raised there. */
  receive(): { readonly sent: Value; readonly error: PyError | undefined } {
    this.resuming = false;
    return { sent: this.#sent, error: this.#error };
  }
}
