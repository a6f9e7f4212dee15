import type { ReactNode } from 'react';
import type { Hue } from '../../explain/index.ts';
import { type CellMark, Matrix } from '../../matrix/index.ts';
import type { Shape } from '../../tensor/index.ts';
import { shapeText } from '../base/index.ts';
import { PickBox } from './PickBox.tsx';
import { blockSize, indexOf } from './places.ts';

export type ArrayCellsProps = {
  /** The cells as they are read, in reading order. */
  readonly texts: readonly string[];
  readonly shape: Shape;
  readonly label: string;
  readonly hue?: Hue;
  /** The badge; the array's shape when left out. */
  readonly badge?: string | false;
  readonly mark?: (cell: number) => CellMark | undefined;
  /** Where each cell of the array lies in memory, which shades it. */
  readonly shadeOf?: (cell: number) => number;
  /** How a cell can be pointed at; left out where it cannot. */
  readonly pick?: CellPick | undefined;
};

export type CellPick = {
  readonly live: boolean;
  /** The cell that is picked, which Tab leads to. */
  readonly picked: number | undefined;
  readonly onPick: (cell: number) => void;
  /** The mouse rests on a cell, or on none. */
  readonly onPoint?: (cell: number | undefined) => void;
  readonly onRest: () => void;
  /** What a cell says besides its value: how it was computed, or where it lies. */
  readonly describe: (cell: number) => string;
};

/** An array of up to four axes: one matrix, or one for each index of its leading axes. */
export function ArrayCells(props: ArrayCellsProps): ReactNode {
  const { texts, shape, label, hue, badge, mark, shadeOf, pick } = props;
  const [rows, columns] = blockSize(shape);
  const leading = shape.slice(0, -2);
  const blocks = texts.length === 0 ? 0 : texts.length / (rows * columns);
  const cell = (text: string, k: number) => (
    <PickCell key={k} cell={k} text={text} shade={shadeOf?.(k)} pick={pick} />
  );
  return (
    <PickBox className="array-cells" label={`${label}, shape ${shapeText(shape)}`} pick={pick} shape={shape}>
      {texts.length === 0 && <span className="array-index">no elements</span>}
      {Array.from({ length: blocks }, (_, block) => {
        const first = block * rows * columns;
        const index = indexOf(block, leading).join(', ');
        return (
          <div className="array-block" key={index}>
            {leading.length > 0 && <span className="array-index">[{index}]</span>}
            <Matrix
              {...(hue && { hue })}
              cells={Array.from({ length: rows }, (_row, i) =>
                texts.slice(first + i * columns, first + (i + 1) * columns),
              )}
              shape={false}
              label={leading.length > 0 ? `${label}, block ${index}` : label}
              {...(mark && { mark: (i, j) => mark(first + i * columns + j) })}
              renderCell={(text, i, j) => cell(text, first + i * columns + j)}
            />
          </div>
        );
      })}
      {badge !== false && <span className="matrix-shape">{badge ?? shapeText(shape)}</span>}
    </PickBox>
  );
}

const SHADES = 8;

/** One cell: text until it can be pointed at, then a button among which the arrow keys move. */
export function PickCell({
  cell,
  text,
  shade,
  pick,
}: {
  readonly cell: number;
  readonly text: string;
  /** From 0 to 1: how far from the start of memory it lies. */
  readonly shade: number | undefined;
  readonly pick: CellPick | undefined;
}): ReactNode {
  const shown = {
    className: 'cell-pick',
    'data-shade': shade === undefined ? undefined : Math.min(SHADES - 1, Math.floor(shade * SHADES)),
    'data-picked': pick?.picked === cell || undefined,
  };
  if (!pick?.live) return <span {...shown}>{text}</span>;
  return (
    <button
      {...shown}
      type="button"
      data-cell={cell}
      tabIndex={cell === (pick.picked ?? 0) ? 0 : -1}
      aria-pressed={pick.picked === cell}
      onClick={() => pick.onPick(cell)}
      onFocus={() => pick.onPick(cell)}
      onPointerEnter={(event) => event.pointerType === 'mouse' && pick.onPoint?.(cell)}
    >
      {text}
      <span className="visually-hidden">, {pick.describe(cell)}</span>
    </button>
  );
}
