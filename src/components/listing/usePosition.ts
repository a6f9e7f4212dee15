import { type Dispatch, useEffect, useEffectEvent, useMemo, useReducer } from 'react';
import { type ListingView, outcomeAt } from '../../listing/index.ts';
import { announce } from '../../reader/index.ts';
import { placeText } from './Controls.tsx';
import { courseOf } from './course.ts';
import { plainText } from './Filled.tsx';
import {
  type Course,
  changePosition,
  type Position,
  type PositionAction,
  playPauseMs,
  startPosition,
} from './position.ts';

/** Returns the reader's place in a program, with its voice. */
export function usePosition(view: ListingView): readonly [Course, Position, Dispatch<PositionAction>] {
  const course = useMemo(() => courseOf(view), [view]);
  const [position, act] = useReducer(
    (present: Position, action: PositionAction) => changePosition(course, present, action),
    undefined,
    () => startPosition(course, view.panels.find(({ note }) => note !== undefined)?.line),
  );
  const { saidCount } = position;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the reader does is said, and that once.
  useEffect(() => {
    if (saidCount > 0) announce(() => sentence(view, course, position));
  }, [saidCount]);

  return [course, position, act];
}

/** Calls `onTick` whenever a program that plays goes on to its next step. */
export function usePlaying(position: Position, onTick: () => void): void {
  const { isPlaying, step } = position;
  const tick = useEffectEvent(onTick);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins a pause of its own.
  useEffect(() => {
    if (!isPlaying) return;
    const pause = setTimeout(() => tick(), playPauseMs(position));
    return () => clearTimeout(pause);
  }, [isPlaying, step]);
}

/** "Line 9, step 5 of 17. Every neuron at once. z is 0.06, 0.53." */
function sentence(view: ListingView, course: Course, position: Position): string {
  const { line, step } = position;
  const panel = view.panels.find((one) => one.line === line);
  const ran = step !== undefined && panel?.steps.includes(step);
  const title = panel?.note && plainText(panel.note.title);
  return [ran && placeText(course, position), title, ran && outcomeAt(view, step)].filter(Boolean).join('. ');
}
