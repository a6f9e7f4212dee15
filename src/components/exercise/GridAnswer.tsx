import { type ReactNode, useState } from 'react';
import { CheckButton, type FormProps } from './AnswerForm.tsx';
import { GridCells } from './GridCells.tsx';
import { ShapeChoice } from './ShapeChoice.tsx';

/** A vector or a matrix: first its shape is chosen, then its cells are filled. */
export function GridAnswer({ exercise, label }: FormProps): ReactNode {
  const { isShapeKnown, phase, verdict, drawn } = exercise;
  const [shape, setShape] = useState<readonly number[]>([1]);
  const [cells, setCells] = useState<readonly string[]>([]);
  const hasShape = isShapeKnown || phase !== 'open';
  const answerShape = drawn.answer.kind === 'numbers' ? drawn.answer.shape : [];
  const shown = hasShape ? answerShape : shape;
  const cellCount = shown.reduce((product, length) => product * length, 1);
  const filled = Array.from({ length: cellCount }, (_, k) => cells[k] ?? '');
  const wrongCells = verdict?.kind === 'wrong' ? (verdict.wrongCells ?? []) : [];
  return (
    <form
      className="answer"
      onSubmit={(event) => {
        event.preventDefault();
        exercise.answer(hasShape ? { kind: 'cells', shape: shown, cells: filled } : { kind: 'shape', shape });
      }}
    >
      {hasShape ? (
        <GridCells
          label={label}
          shape={shown}
          cells={filled}
          wrongCells={verdict?.kind === 'unread' && verdict.cell !== undefined ? [verdict.cell] : wrongCells}
          readOnly={phase !== 'open'}
          onChange={(to) => {
            setCells(to);
            exercise.touch();
          }}
        />
      ) : (
        <ShapeChoice
          shape={shape}
          isLive={exercise.isLive}
          onChange={(to) => {
            setShape(to);
            exercise.touch();
          }}
        />
      )}
      <CheckButton exercise={exercise} text={hasShape ? 'Check' : 'Check the shape'} />
    </form>
  );
}
