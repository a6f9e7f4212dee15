import type { ReactNode } from 'react';
import { alignColumns } from './align.ts';
import { type CellMark, MARK_WORDS } from './marks.ts';

/** The quantities that keep one colour through the whole book (the custom properties --x, --w, --b, --z, --a). */
export type Hue = 'x' | 'w' | 'b' | 'z' | 'a';

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
  /** The badge beside it; "2×3" from the cells when left out, none when `false`. */
  readonly shape?: string | false;
  /** What it is, for those who cannot see it; "W, 2 by 3" when left out. */
  readonly label?: string;
  readonly mark?: (row: number, column: number) => CellMark | undefined;
  /** Replaces the text of a cell by something that can be edited or pointed at. */
  readonly renderCell?: (text: string, row: number, column: number) => ReactNode;
};

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
  shape,
  label,
  mark,
  renderCell,
}: MatrixProps): ReactNode {
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  const badge = shape ?? `${rows}×${columns}`;
  const aligned = alignColumns(cells);
  return (
    <div className="matrix" data-hue={hue}>
      {name !== undefined && (
        <span className="matrix-name" aria-hidden="true">
          {name}
        </span>
      )}
      <table className="matrix-grid" data-named-columns={columnNames !== undefined}>
        <caption className="matrix-caption">
          {label ?? `${name ?? 'Matrix'}, ${spokenShape(badge, rows, columns)}`}
        </caption>
        {columnNames !== undefined && (
          <thead>
            <tr>
              {rowNames !== undefined && <td />}
              {columnNames.map((columnName) => (
                <th key={columnName} scope="col">
                  {columnName}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {aligned.map((row, i) => (
            <tr key={rowNames?.[i] ?? i}>
              {rowNames !== undefined && <th scope="row">{rowNames[i]}</th>}
              {row.map((text, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place; cells never move.
                <Cell key={j} mark={mark?.(i, j)}>
                  {renderCell === undefined ? text : renderCell(text, i, j)}
                </Cell>
              ))}
            </tr>
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

function Cell({ mark, children }: { readonly mark: CellMark | undefined; readonly children: ReactNode }) {
  return (
    <td data-mark={mark}>
      <span className="matrix-value">{children}</span>
      {mark !== undefined && <span className="matrix-said">, {MARK_WORDS[mark]}</span>}
    </td>
  );
}

function spokenShape(badge: string | false, rows: number, columns: number): string {
  const vector = badge !== false && /^\((\d+),\)$/.exec(badge);
  return vector ? `vector of ${vector[1]}` : `${rows} by ${columns}`;
}
