import type { ReactNode } from 'react';
import { type CellProps, Matrix, type MatrixProps } from './Matrix.tsx';
import type { CellMark } from './marks.ts';

export type VectorProps = Omit<
  MatrixProps,
  'cells' | 'rowNames' | 'columnNames' | 'mark' | 'renderCell' | 'cellProps'
> & {
  readonly cells: readonly string[];
  /** How it is laid out; in mathematics a vector stands, in NumPy's printout it lies. */
  readonly as?: 'row' | 'column';
  /** Names of the components: x0, x1 … */
  readonly names?: readonly string[];
  readonly mark?: (index: number) => CellMark | undefined;
  readonly renderCell?: (text: string, index: number) => ReactNode;
  readonly cellProps?: (index: number) => CellProps;
};

/** A vector drawn by the same hand as a matrix, standing or lying, with the badge of a one-dimensional shape. */
export function Vector({
  cells,
  as = 'column',
  names,
  mark,
  renderCell,
  cellProps,
  shape,
  ...rest
}: VectorProps): ReactNode {
  const standing = as === 'column';
  const at = (row: number, column: number) => (standing ? row : column);
  return (
    <Matrix
      {...rest}
      cells={standing ? cells.map((text) => [text]) : [cells]}
      shape={shape ?? `(${cells.length},)`}
      {...(names && (standing ? { rowNames: names } : { columnNames: names }))}
      {...(mark && { mark: (row: number, column: number) => mark(at(row, column)) })}
      {...(renderCell && {
        renderCell: (text: string, row: number, column: number) => renderCell(text, at(row, column)),
      })}
      {...(cellProps && { cellProps: (row: number, column: number) => cellProps(at(row, column)) })}
    />
  );
}
