import { type ReactNode, useId, useState } from 'react';
import { listCells } from '../../exercise/index.ts';
import { CheckButton, type FormProps } from './AnswerForm.tsx';
import { GridCells } from './GridCells.tsx';
import { ShapeChoice } from './ShapeChoice.tsx';

/** A vector or a matrix: first its shape is chosen, then its cells are filled; or both at once, as a Python list. */
export function GridAnswer({ exercise, label }: FormProps): ReactNode {
  const { isShapeKnown, phase, verdict, drawn } = exercise;
  const [shape, setShape] = useState<readonly number[]>([1]);
  const [cells, setCells] = useState<readonly string[]>([]);
  const [list, setList] = useState('');
  const listId = useId();
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
        if (hasShape) exercise.answer({ kind: 'cells', shape: shown, cells: filled });
        else if (list.trim() === '') exercise.answer({ kind: 'shape', shape });
        else {
          // If only some of its cells are other numbers, they are marked in the grid.
          setCells(listCells(list));
          exercise.answer({ kind: 'text', text: list });
        }
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
        <>
          <ShapeChoice
            shape={shape}
            isLive={exercise.isLive}
            onChange={(to) => {
              setShape(to);
              exercise.touch();
            }}
          />
          {exercise.isLive ? <label htmlFor={listId}>or all at once</label> : <span>or all at once</span>}
          {exercise.isLive ? (
            <input
              id={listId}
              className="answer-field"
              type="text"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              placeholder="[[1, 2], [3, 4]]"
              aria-invalid={list !== '' && (verdict?.kind === 'wrong' || verdict?.kind === 'unread')}
              value={list}
              onChange={({ target }) => {
                setList(target.value);
                exercise.touch();
              }}
            />
          ) : (
            <span className="answer-field" />
          )}
        </>
      )}
      <CheckButton exercise={exercise} text={hasShape || list.trim() !== '' ? 'Check' : 'Check the shape'} />
    </form>
  );
}
