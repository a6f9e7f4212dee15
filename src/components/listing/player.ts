/** Plays a program: a step at a time, as fast as the reader chose, until its end or until it is paused. */
import type { Program } from './program.ts';

const STEP_MS = 2000;
/** In the order in which the button offers them. */
const SPEEDS = [
  { factor: 1, text: '1×' },
  { factor: 2, text: '2×' },
  { factor: 4, text: '4×' },
  { factor: 0.5, text: '½×' },
] as const;

/** @returns what pauses it */
export function offerPlay(program: Program, button: HTMLElement, speedButton: HTMLElement): () => void {
  const speed = offerSpeeds(speedButton);
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
    else timer = setTimeout(step, STEP_MS / speed());
  };
  button.addEventListener('click', () => {
    if (timer !== undefined) {
      pause();
      return;
    }
    button.textContent = 'Pause';
    if (program.atEnd) program.go('first', true);
    timer = setTimeout(step, STEP_MS / speed());
  });
  return pause;
}

/** @returns the present speed, as a factor */
function offerSpeeds(button: HTMLElement): () => number {
  let at = 0;
  const speed = () => SPEEDS[at % SPEEDS.length] ?? SPEEDS[0];
  const show = () => {
    button.textContent = `Speed ${speed().text}`;
  };
  button.addEventListener('click', () => {
    at += 1;
    show();
  });
  show();
  return () => speed().factor;
}
