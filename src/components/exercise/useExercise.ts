import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { DrawnWithWork, Given, Verdict } from '../../exercise/index.ts';
import type { ExerciseQuestion } from '../../exercise/live/index.ts';
import { showInAddress } from '../../reader/index.ts';
import { askExercise } from './ask-exercise.ts';
import { type ExerciseData, type ExerciseSettings, seedFragment, seedInAddress } from './exercise-data.ts';

/** Wrong answers after which the worked solution is shown. */
const MOST_TRIES = 2;

/** Where a reader is with an exercise. */
export type Phase = 'open' | 'right' | 'shown';

/** How an exercise was done, for whoever keeps it. */
export interface Outcome {
  readonly phase: Exclude<Phase, 'open'>;
  readonly wrongTries: number;
  /** The misconceptions that were met on the way. */
  readonly slips: readonly string[];
}

export interface LiveExercise extends DrawnWithWork {
  /** False until the page can answer, as in what the build draws. */
  readonly isLive: boolean;
  readonly phase: Phase;
  /** Of the last answer. */
  readonly verdict: Verdict | undefined;
  /** Of a grid: whether the reader has its shape. */
  readonly isShapeKnown: boolean;
  /** What went wrong with asking, if anything. */
  readonly failure: string | undefined;
  readonly answer: (given: Given) => void;
  /** Forgets what was said, as the reader changes the answer. */
  readonly touch: () => void;
  readonly showSolution: () => void;
  readonly another: () => void;
}

interface State extends DrawnWithWork {
  readonly phase: Phase;
  readonly verdict: Verdict | undefined;
  readonly isShapeKnown: boolean;
  readonly wrongTries: number;
  readonly slips: readonly string[];
}

function opened({ drawn, work }: DrawnWithWork): State {
  return { drawn, work, phase: 'open', verdict: undefined, isShapeKnown: false, wrongTries: 0, slips: [] };
}

/** The state after a verdict. */
function judged(state: State, verdict: Verdict): State {
  switch (verdict.kind) {
    case 'unread':
      return { ...state, verdict };
    case 'shape-right':
      return { ...state, verdict, isShapeKnown: true };
    case 'right':
      return { ...state, verdict, phase: 'right' };
    case 'wrong': {
      const wrongTries = state.wrongTries + 1;
      const slips = verdict.slip === undefined ? state.slips : [...state.slips, verdict.slip];
      const isOver = wrongTries >= MOST_TRIES;
      // The cells of a list are judged where its shape is right.
      const isShapeKnown = state.isShapeKnown || verdict.wrongCells !== undefined;
      return { ...state, verdict, wrongTries, slips, isShapeKnown, phase: isOver ? 'shown' : 'open' };
    }
    default:
      return verdict satisfies never;
  }
}

/** @param onDone told once each time an exercise is done */
export function useExercise(
  data: ExerciseData,
  { name }: ExerciseSettings,
  onDone: (outcome: Outcome) => void,
): LiveExercise {
  const { source } = data;
  const [state, setState] = useState(() => opened(data));
  const [isLive, setLive] = useState(false);
  const [failure, setFailure] = useState<string>();
  const seen = useRef([data.drawn.identity]);
  const done = useEffectEvent(onDone);

  const ask = async (
    question: ExerciseQuestion,
    then: (answer: Awaited<ReturnType<typeof askExercise>>) => void,
  ) => {
    try {
      then(await askExercise(question));
      setFailure(undefined);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const open = (answer: Awaited<ReturnType<typeof askExercise>>) => {
    if (answer.kind !== 'drawn') return;
    seen.current.push(answer.drawn.identity);
    setState(opened(answer));
    showInAddress(seedFragment(name, answer.drawn.seed));
  };

  const openAddressed = useEffectEvent(() => {
    const seed = seedInAddress(name, location);
    if (seed === undefined || seed === state.drawn.seed) return;
    void ask({ kind: 'draw', source, seed }, (answer) => {
      if (answer.kind !== 'drawn') return;
      seen.current.push(answer.drawn.identity);
      setState(opened(answer));
    });
  });
  useEffect(() => {
    setLive(true);
    openAddressed();
    const follow = () => openAddressed();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const { phase, wrongTries, slips } = state;
  useEffect(() => {
    if (phase !== 'open') done({ phase, wrongTries, slips });
  }, [phase, wrongTries, slips]);

  return {
    ...state,
    isLive,
    failure,
    answer: (given) => {
      if (state.phase !== 'open') return;
      void ask({ kind: 'judge', source, drawn: state.drawn, given }, (answer) => {
        if (answer.kind === 'judged') setState((before) => judged(before, answer.verdict));
      });
    },
    ...useMemo(
      () => ({
        touch: () =>
          setState((before) => (before.verdict === undefined ? before : { ...before, verdict: undefined })),
        showSolution: () => setState((before) => ({ ...before, phase: 'shown', verdict: undefined })),
      }),
      [],
    ),
    another: () => void ask({ kind: 'another', source, last: state.drawn, seen: seen.current }, open),
  };
}
