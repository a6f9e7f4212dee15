import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { numberText } from '../../explain/index.ts';
import { type CellPick, cellByKey, PickCell } from '../arrays/index.ts';
import type { Shown } from './arrays-of.ts';

/**
 * Memory as one row of cells with their positions, and below it, for the array that is pointed into, the positions that each of
 * its axes passes through on its way over the picked cell.
 */
export function Strip({
  label,
  memory,
  seen,
  cell,
  pick,
}: {
  readonly label: string;
  readonly memory: readonly number[];
  /** The array whose strides are shown, and its picked cell. */
  readonly seen: Shown | undefined;
  readonly cell: number;
  readonly pick: CellPick;
}): ReactNode {
  const row = useRef<HTMLTableRowElement>(null);
  const press = (event: KeyboardEvent) => {
    const to = cellByKey(pick.picked ?? 0, event.key, [memory.length]);
    if (!pick.live || to === undefined) return;
    event.preventDefault();
    row.current?.querySelector<HTMLElement>(`[data-cell="${to}"]`)?.focus();
  };
  const positions = memory.map((_, position) => position);
  return (
    <div className="strip">
      <table>
        <caption className="visually-hidden">{label}, and where each axis steps</caption>
        <thead>
          <tr>
            <th scope="row">position</th>
            {positions.map((position) => (
              <th key={position} scope="col">
                {position}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr
            ref={row}
            onKeyDown={press}
            onBlur={(event) => {
              if (!event.currentTarget.contains(event.relatedTarget)) pick.onRest();
            }}
          >
            <th scope="row">value</th>
            {memory.map((value, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell of memory is its position.
              <td key={position}>
                <PickCell
                  cell={position}
                  text={numberText(value)}
                  shade={position / memory.length}
                  pick={pick}
                />
              </td>
            ))}
          </tr>
          {seen && <Hops seen={seen} cell={cell} positions={positions} />}
        </tbody>
      </table>
    </div>
  );
}

function Hops(props: {
  readonly seen: Shown;
  readonly cell: number;
  readonly positions: readonly number[];
}): ReactNode {
  const { seen, cell, positions } = props;
  const { shape, strides, size } = seen.tensor;
  if (size === 0) return null;
  const [picked, place] = [seen.positionOf(cell), seen.indexOf(cell)];
  return shape.map((length, axis) => {
    const stride = strides[axis] ?? 0;
    const first = picked - (place[axis] ?? 0) * stride;
    const passed = Array.from({ length }, (_, k) => first + k * stride);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its number.
      <tr key={axis} className="strip-hops">
        <th scope="row">
          axis {axis}: by {numberText(stride)}
        </th>
        {positions.map((position) => (
          <td key={position}>{position === picked ? '◆' : passed.includes(position) ? '●' : ''}</td>
        ))}
      </tr>
    );
  });
}
