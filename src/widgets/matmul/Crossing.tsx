import { memo, type ReactNode, useMemo } from 'react';
import { core, numberText } from '../../explain/index.ts';
import { type CellMark, columnRooms, Matrix } from '../../matrix/index.ts';
import { type Controls, cellTexts, counted, NumberField, shapeText } from '../base/index.ts';
import type { MatmulFacts, MatmulState, Rows } from './model.ts';
import { namesOf, shapesOf, takingPart, vectors } from './operands.ts';
import { withCell } from './resize.ts';
import { resultRooms } from './room.ts';
import { isIn } from './steps.ts';

/**
 * X at the left of the result and Wᵀ above it, so that every cell of the result stands where its row and its column
 * cross.
 */
export const Crossing = memo(function Crossing({
  state,
  facts,
  controls,
  isEditing,
}: {
  readonly state: MatmulState;
  readonly facts: MatmulFacts;
  readonly controls: Controls<MatmulState>;
  readonly isEditing: boolean;
}): ReactNode {
  const { X, W, view } = takingPart(state);
  const { focus } = facts;
  const [names, shapes, isVector] = [namesOf(state), shapesOf(state), vectors(state)];
  const transposed = useMemo(() => core.transpose(W), [W]);
  const [left, top] = [useWritten(X), useWritten(transposed)];
  const inUse = (isUsed: boolean): CellMark | undefined => (isUsed ? 'active' : undefined);
  // In the views by columns and by outer products only the newest term of the sum is in hand.
  const isTerm = (k: number) =>
    focus !== undefined && (view === 'entries' ? k < focus.done : k === focus.done - 1);
  const edit = (matrix: 'X' | 'W', row: number, column: number) => (
    <NumberField
      label={`${matrix}, row ${row}, column ${column}`}
      value={state[matrix][row]?.[column] ?? 0}
      disabled={!controls.live}
      onChange={(value) =>
        controls.change((before) => withCell(before, matrix, row, column, value), `${matrix}${row}${column}`)
      }
      onSettle={controls.settle}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form, and this is a picture.
    <div className="crossing" role="group" data-editing={isEditing} aria-label="The product">
      <div className="crossing-top">
        <Matrix
          name={names.right}
          shape={shapeText(shapes.right)}
          hue="w"
          cells={top.cells}
          room={isEditing ? undefined : top.room}
          rowNames={counted('f', transposed.length)}
          columnNames={isVector.right ? [names.right] : counted('n', W.length)}
          mark={(row, column) =>
            inUse(isTerm(row) && (focus?.column === undefined || column === focus.column))
          }
          {...(isEditing && {
            renderCell: (_text: string, row: number, column: number) => edit('W', column, row),
          })}
        />
      </div>
      <div className="crossing-left">
        <Matrix
          name={names.left}
          shape={shapeText(shapes.left)}
          hue="x"
          cells={left.cells}
          room={isEditing ? undefined : left.room}
          {...(!isVector.left && { rowNames: counted('s', X.length) })}
          columnNames={counted('f', X[0]?.length ?? 0)}
          mark={(row, column) => inUse(isTerm(column) && (focus?.row === undefined || row === focus.row))}
          {...(isEditing && {
            renderCell: (_text: string, row: number, column: number) => edit('X', row, column),
          })}
        />
      </div>
      {facts.mismatch === undefined && (
        <div className="crossing-result">
          <Result state={state} facts={facts} />
        </div>
      )}
    </div>
  );
});

/** Returns the texts of a matrix, and the room they need. */
function useWritten(rows: Rows) {
  return useMemo(() => {
    const cells = cellTexts(rows);
    return { cells, room: columnRooms(cells) };
  }, [rows]);
}

/** The result as far as it is: a dot where nothing is yet. */
function Result({ state, facts }: { readonly state: MatmulState; readonly facts: MatmulFacts }) {
  const { focus, result } = facts;
  const { X, W, b, operands, bias, relu } = state;
  // The same at every step and in every view.
  const room = useMemo(
    () => resultRooms({ X, W, b, operands, bias, relu, view: 'entries', step: 0 }),
    [X, W, b, operands, bias, relu],
  );
  const stage = (row: number, column: number) => isIn(state, state.step, row, column);
  return (
    <Matrix
      hue={relu ? 'a' : 'z'}
      label="The result"
      shape={shapeText(shapesOf(state).result)}
      columnNames={vectors(state).right ? [namesOf(state).right] : counted('n', W.length)}
      room={room}
      cells={result.map((row, i) =>
        row.map((value, j) => (stage(i, j) === 'waiting' ? '·' : numberText(value))),
      )}
      mark={(row, column) => {
        if (stage(row, column) === 'waiting') return 'waiting';
        const isFocus =
          focus !== undefined &&
          (focus.row === undefined || focus.row === row) &&
          (focus.column === undefined || focus.column === column);
        return isFocus ? 'result' : undefined;
      }}
    />
  );
}
