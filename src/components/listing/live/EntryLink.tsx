import { type ReactNode, useEffect, useState } from 'react';
import { type ErrorEntry, fittingEntry } from '../../../listing/live/index.ts';

interface Props {
  readonly type: string;
  readonly message: string;
}

// All scripts lie in one folder below the root. Not written in one expression, which Vite would take for an asset.
const here = import.meta.url;
const root = new URL('../', here);

let entries: Promise<readonly ErrorEntry[]> | undefined;

/** Returns the entries of "Errors you will meet", fetched once a page; none where they cannot be fetched. */
function fetchEntries(): Promise<readonly ErrorEntry[]> {
  entries ??= fetch(new URL('errors.json', root))
    .then((answer) => (answer.ok ? (answer.json() as Promise<readonly ErrorEntry[]>) : []))
    .catch(() => {
      entries = undefined;
      return [];
    });
  return entries;
}

/** A link to the entry of "Errors you will meet" that explains an exception, where there is one. */
export function EntryLink({ type, message }: Props): ReactNode {
  const [entry, setEntry] = useState<ErrorEntry>();
  useEffect(() => {
    let isOver = false;
    void fetchEntries().then((known) => {
      if (!isOver) setEntry(fittingEntry({ type, message }, known));
    });
    return () => {
      isOver = true;
    };
  }, [type, message]);
  if (entry === undefined) return null;
  return (
    <p>
      <a href={new URL(entry.address, root).href}>Why this error comes, and how it is repaired</a>
    </p>
  );
}
