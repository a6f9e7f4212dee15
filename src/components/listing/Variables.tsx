import { type ReactNode, useState } from 'react';
import { type ListingView, variablesAt } from '../../listing/index.ts';
import { Value } from './Value.tsx';

interface Props {
  readonly view: ListingView;
  /** The step after which they are shown; undefined for the end of the program. */
  readonly step: number | undefined;
  readonly tabIndex: -1 | undefined;
}

/** All variables as they are after a step. */
export function Variables({ view, step, tabIndex }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const last = step ?? view.stops.at(-1)?.step;
  const values = isOpen && last !== undefined ? variablesAt(view, last) : [];
  return (
    <details className="variables needs-script" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary tabIndex={tabIndex}>All variables so far</summary>
      <div>
        {values.map((value) => (
          <Value key={value.name} value={value} />
        ))}
        {isOpen && values.length === 0 && 'No variable has a value yet.'}
      </div>
    </details>
  );
}
