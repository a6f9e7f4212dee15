/** Plays a program: a step at a time, as fast as the reader chose, until its end or until it is paused. */
import type { Program } from './program.ts';

const STEP_MS = 2000;

export function offerPlay(program: Program, button: HTMLButtonElement, speed: HTMLSelectElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    button.textContent = 'Play';
    program.sayWhere();
  };
  const step = () => {
    program.go('forward', true);
    if (program.atEnd) pause();
    else timer = setTimeout(step, STEP_MS / Number(speed.value));
  };
  button.addEventListener('click', () => {
    if (timer !== undefined) {
      pause();
      return;
    }
    button.textContent = 'Pause';
    if (program.atEnd) program.go('first', true);
    timer = setTimeout(step, STEP_MS / Number(speed.value));
  });
  return pause;
}
