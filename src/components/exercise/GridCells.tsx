import { type ReactNode, useId } from 'react';
import { Matrix } from '../../matrix/index.ts';
import { gridBadge } from './Solution.tsx';

interface Props {
  readonly label: string;
  /** One axis or two. */
  readonly shape: readonly number[];
  /** What is typed in each cell, row by row. */
  readonly cells: readonly string[];
  /** Cells to mark, by their places. */
  readonly wrongCells: readonly number[];
  readonly readOnly: boolean;
  readonly onChange: (cells: readonly string[]) => void;
}

/** A vector or a matrix with a field in each cell. */
export function GridCells({ label, shape, cells, wrongCells, readOnly, onChange }: Props): ReactNode {
  const id = useId();
  const [rows, columns] = shape.length === 1 ? [1, shape[0] ?? 0] : [shape[0] ?? 0, shape[1] ?? 0];
  const change = (place: number, text: string) => onChange(cells.with(place, text));
  // Cells are drawn by their places: what is typed must not widen the columns.
  const places = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_column, column) => String(row * columns + column)),
  );
  return (
    <div className="scroll">
      <Matrix
        cells={places}
        shape={gridBadge(shape)}
        label={`${label}: your answer, shape ${gridBadge(shape)}`}
        renderCell={(_, row, column) => {
          const place = row * columns + column;
          const isWrong = wrongCells.includes(place);
          return (
            <input
              className="answer-cell"
              type="text"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              id={`${id}-${place}`}
              aria-label={shape.length === 1 ? `entry ${column}` : `row ${row}, column ${column}`}
              aria-invalid={isWrong}
              readOnly={readOnly}
              value={cells[place] ?? ''}
              onChange={({ target }) => change(place, target.value)}
            />
          );
        }}
      />
    </div>
  );
}
