import { memo, type ReactNode } from 'react';
import type { Worked } from '../../explain/index.ts';
import { Formula } from './Formula.tsx';

/** Worked arithmetic, a line for each of its chains. */
export const WorkedSums = memo(function WorkedSums({
  worked,
  title,
}: {
  readonly worked: readonly Worked[];
  readonly title?: string;
}): ReactNode {
  return (
    <div className="readout">
      {title !== undefined && <p className="readout-title">{title}</p>}
      {worked
        .flatMap(({ lines }) => lines)
        .map((line, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its text changes while it stays.
          <p key={k}>
            <Formula chain={line} />
          </p>
        ))}
    </div>
  );
});
