import type { ComponentProps, ReactNode } from 'react';
import type { Hue } from '../explain/index.ts';
import { alignColumns } from './align.ts';
import type { CellMark } from './marks.ts';
import { Row } from './Row.tsx';

export type MatrixProps = {
  /** The cells as they are read, row by row; every row has the same length. */
  readonly cells: readonly (readonly string[])[];
  /** The symbol the matrix goes by: W, X, Z. */
  readonly name?: string;
  /** The quantity it holds; the ink's colour when left out. */
  readonly hue?: Hue;
  /** Names of the rows (n0, n1 …) and columns (f0, f1 …), shown and read as headers. */
  readonly rowNames?: readonly string[];
  readonly columnNames?: readonly string[];
  /**
   * For cells that change: what `columnRooms` finds for all that they can become. The table then has that room from the
   * start, and a change lays out its own cell alone. The room is kept by the names of the columns.
   */
  readonly room?: readonly string[] | undefined;
  /** The badge beside it; "(2, 3)" from the cells when left out, none when `false`. */
  readonly shape?: string | false;
  /** What it is, for those who cannot see it; "W, 2 by 3" when left out. */
  readonly label?: string;
  readonly mark?: (row: number, column: number) => CellMark | undefined;
  /** Replaces the text of a cell by something that can be edited or pointed at. */
  readonly renderCell?: (text: string, row: number, column: number) => ReactNode;
  /** What a cell does: its place in the order of focus, what a press does. */
  readonly cellProps?: (row: number, column: number) => CellProps;
};

/** Attributes and handlers of a table cell. */
export type CellProps = ComponentProps<'td'>;

/**
 * The one matrix of the book: brackets, names, a shape badge, and cells aligned on the decimal point, as a real table.
 * It draws the same at build and in the browser, and holds no state.
 */
export function Matrix({
  cells,
  name,
  hue,
  rowNames,
  columnNames,
  room,
  shape,
  label,
  mark,
  renderCell,
  cellProps,
}: MatrixProps): ReactNode {
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  const badge = shape ?? `(${rows}, ${columns})`;
  const isSteady = room !== undefined;
  const aligned = alignColumns(cells, room);
  return (
    <div className="matrix" data-hue={hue}>
      {name !== undefined && (
        <span className="matrix-name" aria-hidden="true">
          {name}
        </span>
      )}
      <table className="matrix-grid" data-steady={isSteady || undefined}>
        <caption className="matrix-caption">
          {label ?? `${name ?? 'Matrix'}, ${spokenShape(badge, rows, columns)}`}
        </caption>
        {columnNames !== undefined && (
          <thead>
            <tr>
              {rowNames !== undefined && <td />}
              {columnNames.map((columnName, j) => (
                <th key={columnName} scope="col" data-room={room?.[j]}>
                  {columnName}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {aligned.map((row, i) => (
            <Row
              key={rowNames?.[i] ?? i}
              name={rowNames?.[i]}
              texts={row}
              marks={row.map((_, j) => mark?.(i, j))}
              isSteady={isSteady}
              render={renderCell && ((text, j) => renderCell(text, i, j))}
              cellProps={cellProps && ((j) => cellProps(i, j))}
            />
          ))}
        </tbody>
      </table>
      {badge !== false && (
        <span className="matrix-shape" aria-hidden="true">
          {badge}
        </span>
      )}
    </div>
  );
}

function spokenShape(badge: string | false, rows: number, columns: number): string {
  const vector = badge !== false && /^\((\d+),\)$/.exec(badge);
  return vector ? `vector of ${vector[1]}` : `${rows} by ${columns}`;
}
