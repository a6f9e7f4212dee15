import { type ReactNode, useState } from 'react';
import { type ListingView, variablesAt } from '../../listing/index.ts';
import { Value } from './Value.tsx';

interface Props {
  readonly view: ListingView;
  /** The step after which they are shown; undefined for the end of the program. */
  readonly step: number | undefined;
  readonly tabIndex: -1 | undefined;
}

/** All variables as they are after a step: value, shape and dtype, which of them share one memory, and strides when asked. */
export function Variables({ view, step, tabIndex }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [hasStrides, setStrides] = useState(false);
  const last = step ?? view.stops.at(-1)?.step;
  const values = isOpen && last !== undefined ? variablesAt(view, last) : [];
  const canStride = values.some(({ stride }) => stride !== undefined);
  return (
    <details className="variables needs-script" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary tabIndex={tabIndex}>All variables so far</summary>
      <div>
        {canStride && (
          <p>
            <button
              type="button"
              tabIndex={tabIndex}
              aria-pressed={hasStrides}
              onClick={() => setStrides(!hasStrides)}
            >
              Strides
            </button>
            {hasStrides && ' For each axis: how many elements further in memory its next entry is.'}
          </p>
        )}
        {values.map((value) => (
          // What a step has written is drawn anew, so that a write into shared memory flashes in all that share it.
          <Value key={`${value.name} ${value.step}`} value={value} hasStrides={hasStrides} />
        ))}
        {isOpen && values.length === 0 && 'No variable has a value yet.'}
      </div>
    </details>
  );
}
