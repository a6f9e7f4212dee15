import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { Shape } from '../../tensor/index.ts';
import type { CellPick } from './ArrayCells.tsx';
import { cellByKey } from './places.ts';

/** Cells of one array among which the arrow keys move; Tab leads to one of them. */
export function PickBox({
  pick,
  shape,
  label,
  className,
  children,
}: {
  readonly pick: CellPick | undefined;
  readonly shape: Shape;
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent) => {
    if (!pick?.live || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = cellByKey(pick.picked ?? 0, event.key, shape);
    if (to === undefined) return;
    event.preventDefault();
    box.current?.querySelector<HTMLElement>(`[data-cell="${to}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form, and this is a picture.
    <div
      ref={box}
      className={className}
      role="group"
      aria-label={label}
      onKeyDown={press}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) pick?.onRest();
      }}
      onPointerLeave={() => pick?.onPoint?.(undefined)}
    >
      {children}
    </div>
  );
}
