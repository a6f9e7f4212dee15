import type { ReactNode } from 'react';
import {
  type Course,
  isAtEnd,
  type Move,
  type Position,
  type PositionAction,
  SPEEDS,
  stopsShown,
} from './position.ts';
import type { Predictions } from './predict/usePredictions.ts';

interface Props {
  readonly course: Course;
  readonly position: Position;
  /** Lines that "only explained lines" leaves out; undefined where no line is explained. */
  readonly otherCount: number | undefined;
  /** "Stop at silent broadcasting": whether it is on, and whether the program then had nothing to stop at. */
  readonly strict: { readonly isOn: boolean; readonly isClean: boolean };
  readonly onStrict: (isOn: boolean) => void;
  readonly predictions: Pick<Predictions, 'wanted' | 'setWanted' | 'count'>;
  /** Starts what runs programs before it is asked. */
  readonly onWarm: () => void;
  /** −1 keeps the buttons out of the order of focus until the listing is entered. */
  readonly tabIndex: -1 | undefined;
  readonly act: (action: PositionAction) => void;
}

const MOVES: readonly (readonly [move: Move, text: string, end: 'back' | 'forward'])[] = [
  ['first', 'First', 'back'],
  ['back', 'Back', 'back'],
  ['forward', 'Forward', 'forward'],
  ['last', 'Last', 'forward'],
];

/**
 * Stepping and playing. All are buttons: for a field of any other kind, browsers lay out a program that is far from the window
 * while the page loads, to see whether they could fill it in. A button that leads no farther says so and keeps the focus.
 */
export function Controls(props: Props): ReactNode {
  const { course, position, otherCount, strict, onStrict, predictions, onWarm, tabIndex, act } = props;
  const { isPlaying, speed, onlyExplained } = position;
  const { wanted, setWanted, count } = predictions;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form.
    <div className="controls needs-script" role="group" aria-label="Steps of the program">
      {MOVES.map(([move, text, end]) => {
        const isDone = isAtEnd(course, position, end);
        return (
          <button
            key={move}
            type="button"
            tabIndex={tabIndex}
            aria-disabled={isDone || undefined}
            onClick={() => !isDone && act({ type: 'go', to: move })}
          >
            {text}
          </button>
        );
      })}
      <button
        type="button"
        className="play"
        tabIndex={tabIndex}
        onClick={() => act({ type: isPlaying ? 'pause' : 'play' })}
      >
        {isPlaying ? 'Pause' : 'Play'}
      </button>
      <button type="button" className="speed" tabIndex={tabIndex} onClick={() => act({ type: 'speed' })}>
        {`Speed ${(SPEEDS[speed] ?? SPEEDS[0]).text}`}
      </button>
      {otherCount !== undefined && (
        <button
          type="button"
          className="only"
          tabIndex={tabIndex}
          aria-pressed={onlyExplained}
          onClick={() => act({ type: 'only explained' })}
        >
          {otherCount > 0 ? `Only explained lines (${otherCount} others)` : 'Only explained lines'}
        </button>
      )}
      {wanted !== undefined && (
        <button
          type="button"
          className="only"
          tabIndex={tabIndex}
          aria-pressed={wanted !== 'none'}
          onPointerEnter={onWarm}
          onFocus={onWarm}
          onClick={() => setWanted(wanted === 'none' ? 'main' : 'none')}
        >
          Predict before the line runs
        </button>
      )}
      {wanted !== undefined && wanted !== 'none' && count !== undefined && (
        <button
          type="button"
          className="only"
          tabIndex={tabIndex}
          aria-pressed={wanted === 'all'}
          onClick={() => setWanted(wanted === 'all' ? 'main' : 'all')}
        >
          {`All stops (${count})`}
        </button>
      )}
      <button
        type="button"
        className="only"
        tabIndex={tabIndex}
        aria-pressed={strict.isOn}
        onClick={() => onStrict(!strict.isOn)}
      >
        {strict.isClean ? 'Stop at silent broadcasting (none here)' : 'Stop at silent broadcasting'}
      </button>
      <output>{placeText(course, position)}</output>
    </div>
  );
}

/** "Line 9, step 5 of 17", once the reader has stepped. */
export function placeText(course: Course, position: Position): string {
  const { line, step } = position;
  const stops = stopsShown(course, position);
  const place = stops.findIndex((stop) => stop.step === step) + 1;
  return step === undefined || place === 0 ? '' : `Line ${line}, step ${place} of ${stops.length}`;
}
