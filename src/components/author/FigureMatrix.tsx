import type { ReactNode } from 'react';
import type { MatrixDrawing } from '../../figures/index.ts';
import { Matrix, Vector } from '../../matrix/index.ts';
import { type Cells, type SlotValue, withMinusSigns } from '../../slots/index.ts';

/** A computed vector or matrix of the text, drawn as everywhere in the book: by the build, and again after a change. */
export function FigureMatrix({
  value,
  name,
  rows,
  columns,
  hue,
}: MatrixDrawing & { readonly value: SlotValue }): ReactNode {
  const shared = { ...(name !== undefined && { name }), ...(hue !== undefined && { hue }) };
  const cells = value.cells ?? [];
  if (value.shape?.length === 1)
    return <Vector {...shared} as="row" cells={textsOf(cells)} {...(columns && { names: columns })} />;
  return (
    <Matrix
      {...shared}
      cells={cells.map((row) => textsOf(Array.isArray(row) ? row : [row]))}
      {...(rows && { rowNames: rows })}
      {...(columns && { columnNames: columns })}
    />
  );
}

function textsOf(cells: Cells): string[] {
  return cells.map((cell) => withMinusSigns(String(cell)));
}
