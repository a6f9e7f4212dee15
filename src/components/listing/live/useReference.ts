import { useEffect, useMemo, useState } from 'react';
import type { ReferenceTemplate } from '../../../listing/index.ts';
import type { References } from '../listing-data.ts';

/** Fetched once a page, by whichever program first needs it. */
let whole: Promise<readonly ReferenceTemplate[]> | undefined;

/**
 * Returns the entries of the book's whole reference, once `isWanted`: a reader's program may use any of them. Until they have
 * arrived, or where they cannot be fetched, these are the entries that the book's own program uses.
 *
 * @param root the site's root as the page writes it
 */
export function useReference(references: References, root: string, isWanted: boolean): References {
  const [entries, setEntries] = useState<readonly ReferenceTemplate[]>();
  useEffect(() => {
    if (!isWanted || entries !== undefined) return;
    let isOver = false;
    whole ??= fetchReference(root);
    whole.then(
      (found) => !isOver && setEntries(found),
      () => {
        whole = undefined;
      },
    );
    return () => {
      isOver = true;
    };
  }, [isWanted, root, entries]);
  return useMemo(() => {
    if (entries === undefined) return references;
    return { ...references, entries: new Map(entries.map((entry) => [entry.name, entry])) };
  }, [references, entries]);
}

async function fetchReference(root: string): Promise<readonly ReferenceTemplate[]> {
  const response = await fetch(`${root}reference.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}
