import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { DrawnWithWork, ExerciseSource, Given, Verdict } from '../../exercise/index.ts';
import type { ExerciseQuestion } from '../../exercise/live/index.ts';
import {
  bookValues,
  onSectionValues,
  type ProgramNumber,
  sectionValues,
  showInAddress,
} from '../../reader/index.ts';
import { askExercise } from './ask-exercise.ts';
import { type ExerciseData, type ExerciseSettings, seedFragment, seedInAddress } from './exercise-data.ts';
import { withNumbers } from './with-numbers.ts';

/** Wrong answers after which the worked solution is shown. */
const MOST_TRIES = 2;

/** Where a reader is with an exercise. */
type Phase = 'open' | 'right' | 'shown';

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
  /** The names of the section's figures that have the reader's numbers here. */
  readonly yours: readonly string[];
  /** What went wrong with asking, if anything. */
  readonly failure: string | undefined;
  readonly answer: (given: Given) => void;
  /** Forgets what was said, as the reader changes the answer. */
  readonly touch: () => void;
  readonly showSolution: () => void;
  readonly another: () => void;
}

interface State extends DrawnWithWork {
  /** With the reader's numbers, where it has any. */
  readonly source: ExerciseSource;
  readonly phase: Phase;
  readonly verdict: Verdict | undefined;
  readonly isShapeKnown: boolean;
  readonly wrongTries: number;
  readonly slips: readonly string[];
}

function opened(source: ExerciseSource, { drawn, work }: DrawnWithWork): State {
  return {
    source,
    drawn,
    work,
    phase: 'open',
    verdict: undefined,
    isShapeKnown: false,
    wrongTries: 0,
    slips: [],
  };
}

const NONE: readonly ProgramNumber[] = [];

/** Returns the state after a verdict. */
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

/** @param onDone called once each time an exercise is done */
export function useExercise(
  data: ExerciseData,
  { name }: ExerciseSettings,
  onDone: (outcome: Outcome) => void,
): LiveExercise {
  const [state, setState] = useState(() => opened(data.source, data));
  const values = useSyncExternalStore(onSectionValues, sectionValues, bookValues);
  const numbers = values.programs.get(`exercises/${name}.py`) ?? NONE;
  const numbersText = JSON.stringify(numbers);
  const [isLive, setLive] = useState(false);
  const [failure, setFailure] = useState<string>();
  const seen = useRef([data.drawn.identity]);
  const done = useEffectEvent(onDone);

  const ask = async (
    question: ExerciseQuestion,
    then: (answer: Awaited<ReturnType<typeof askExercise>>) => void,
    whatFailed = 'This could not be worked out',
  ) => {
    try {
      then(await askExercise(question));
      setFailure(undefined);
    } catch (error) {
      setFailure(`${whatFailed}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const open = (answer: Awaited<ReturnType<typeof askExercise>>) => {
    if (answer.kind !== 'drawn') return;
    seen.current.push(answer.drawn.identity);
    setState(opened(state.source, answer));
    showInAddress(seedFragment(name, answer.drawn.seed));
  };

  const openAddressed = useEffectEvent(() => {
    const seed = seedInAddress(name, location);
    if (seed === undefined || seed === state.drawn.seed) return;
    draw(withNumbers(data, numbers), seed);
  });
  const draw = (source: ExerciseSource, seed: number) =>
    void ask(
      { kind: 'draw', source, seed },
      (answer) => {
        if (answer.kind !== 'drawn') return;
        seen.current.push(answer.drawn.identity);
        setState(opened(source, answer));
      },
      'With these numbers the exercise cannot be asked, and it keeps those that it had',
    );
  const followNumbers = useEffectEvent(() => {
    const source = withNumbers(data, numbers);
    const seed = seedInAddress(name, location) ?? state.drawn.seed;
    if (source.program !== state.source.program) draw(source, seed);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are drawn anew when their text has changed.
  useEffect(() => followNumbers(), [numbersText]);
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
    yours: state.source === data.source ? [] : [...new Set(numbers.map((number) => number.name))],
    answer: (given) => {
      const { source, drawn } = state;
      if (state.phase !== 'open') return;
      void ask({ kind: 'judge', source, drawn, given }, (answer) => {
        if (answer.kind === 'judged')
          setState((before) => (before.drawn === drawn ? judged(before, answer.verdict) : before));
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
    another: () =>
      void ask({ kind: 'another', source: state.source, last: state.drawn, seen: seen.current }, open),
  };
}
