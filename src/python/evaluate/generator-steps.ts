/** Running the body of a generator function from one `yield` to the next. */
import type { Body } from '../parse/ast.ts';
import { execute } from './flow.ts';
import type { Frame } from './frame.ts';
import type { Steps } from './generator.ts';
import { Pause } from './pause.ts';

export function stepsOf(body: Body, frame: Frame): Steps {
  const pause = new Pause();
  frame.pause = pause;
  let started = false;
  const advance = () => ({ done: execute(body, frame) !== 'yield', value: pause.value });
  return {
    next(sent) {
      if (started) pause.resume(sent);
      started = true;
      return advance();
    },
    throw(error) {
      pause.resume(null, error);
      return advance();
    },
  };
}
