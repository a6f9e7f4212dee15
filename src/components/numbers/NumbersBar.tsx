import type { ReactNode } from 'react';
import type { BoundedEntry, NumberList } from '../../figures/index.ts';
import { withMinusSigns } from '../../slots/index.ts';

interface Props {
  readonly numbers: NumberList;
  readonly entries: ReadonlyMap<string, BoundedEntry>;
}

/** More changes than this are counted, not named. */
const MOST_NAMED = 3;

/** What the reader has changed, in a sentence: "W₀,₁ is 0.7, the book has −0.5". */
export function ChangedNumbers({ numbers, entries }: Props): ReactNode {
  const others = numbers.length - MOST_NAMED;
  return (
    <p className="changed-numbers">
      {numbers.slice(0, MOST_NAMED).map(([key, number], k) => {
        const { name = key, places = [], text = '' } = entries.get(key) ?? {};
        return (
          <span key={key}>
            {k > 0 && '; '}
            <i>{name}</i>
            {places.length > 0 && <sub>{places.join(',')}</sub>} is <b>{withMinusSigns(number)}</b>, the book
            has {withMinusSigns(text)}
          </span>
        );
      })}
      {others > 0 && `; and ${others} more`}
    </p>
  );
}
