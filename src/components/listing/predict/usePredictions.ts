import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ListingView, Prediction } from '../../../listing/index.ts';
import { announce } from '../../../reader/index.ts';
import { type Course, changePosition, type Position, type PositionAction } from '../position.ts';
import type { AskedQuestion } from './question-of.ts';
import { leadsOn, type PredictionStop, predictionStops, type Wanted } from './stops.ts';

/** A stop whose question stands open, and the step that waits for it. */
interface OpenStop {
  readonly stop: PredictionStop;
  readonly action: PositionAction;
  /** Undefined while the wrong programs run. */
  readonly question?: AskedQuestion;
  /** What draws the question could not be fetched. */
  readonly hasFailed?: true;
}

export interface Predictions {
  /** Which stops are wanted; undefined where the program has none. */
  readonly wanted: Wanted | undefined;
  readonly setWanted: (wanted: Wanted) => void;
  /** How many stops there are in all; undefined where those of a first reading are all. */
  readonly count: number | undefined;
  readonly open: OpenStop | undefined;
  /** Does what the reader asks of the position, unless a question comes first. */
  readonly act: (action: PositionAction) => void;
  readonly finish: (isRight: boolean) => void;
  readonly retry: () => void;
}

interface Options {
  readonly view: ListingView;
  readonly course: Course;
  readonly position: Position;
  readonly act: (action: PositionAction) => void;
  /** Runs the wrong programs of a stop; undefined where it cannot be answered. */
  readonly predict: (marker: string) => Promise<Prediction | undefined>;
}

/** "Predict": stepping stops before lines whose result can be said beforehand. */
export function usePredictions({ view, course, position, act, predict }: Options): Predictions {
  const [wanted, setWanted] = useState<Wanted>('none');
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<OpenStop>();
  const before = useRef<Element>(null);
  const all = predictionStops(view, 'all');
  const stops = predictionStops(view, wanted);

  const finish = (isRight: boolean, of = open) => {
    if (of === undefined) return;
    setDone(new Set([...done, of.stop.marker]));
    setOpen(undefined);
    if (isRight) announce('Right.');
    act(of.action.type === 'tick' ? { type: 'go', to: 'forward' } : of.action);
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  };
  const ask = async (stop: PredictionStop, action: PositionAction) => {
    before.current = document.activeElement;
    act({ type: 'pause' });
    setOpen({ stop, action });
    const still = (present: OpenStop | undefined, next: OpenStop) =>
      present?.stop === stop ? next : present;
    try {
      // Fetched when a reader first predicts.
      const [prediction, { questionOf }] = await Promise.all([
        predict(stop.marker),
        import('./question-of.ts'),
      ]);
      const question = prediction && questionOf(prediction);
      if (question === undefined) finish(false, { stop, action });
      else setOpen((present) => still(present, { stop, action, question }));
    } catch {
      setOpen((present) => still(present, { stop, action, hasFailed: true }));
    }
  };
  const guarded = (action: PositionAction) => {
    const next = leadsOn(action) ? changePosition(course, position, action) : position;
    const stop = next === position ? undefined : stops.find(({ line }) => line === next.line);
    if (open !== undefined && stop === open.stop) finish(false);
    else if (stop !== undefined && next.step !== undefined && !done.has(stop.marker)) void ask(stop, action);
    else {
      if (open !== undefined && action.type !== 'pause') setOpen(undefined);
      act(action);
    }
  };
  const want = (to: Wanted) => {
    setWanted(to);
    setDone(new Set());
    setOpen(undefined);
    // What the program prints is hidden from the first step on.
    if (to !== 'none') act({ type: 'go', to: 'first' });
  };
  const close = useEffectEvent(() => setOpen(undefined));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a program that has run anew has other answers.
  useEffect(() => close(), [view]);
  return {
    wanted: all.length === 0 ? undefined : wanted,
    setWanted: want,
    count: all.length > predictionStops(view, 'main').length ? all.length : undefined,
    open,
    act: guarded,
    finish: (isRight) => finish(isRight),
    retry: () => open && void ask(open.stop, open.action),
  };
}
