import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { readKept } from '../../../listing/live/index.ts';
import { announce, recall, showInAddress } from '../../../reader/index.ts';
import type { ListingData } from '../listing-data.ts';
import type { LiveProgram } from '../live/useLiveProgram.ts';
import { keptName, startFromQuery } from '../site-address.ts';

interface Props {
  readonly program: LiveProgram;
  /** The site's root as this page writes it. */
  readonly root: string;
}

type Offer =
  | { readonly kind: 'text'; readonly file: string; readonly text: string }
  | { readonly kind: 'failed'; readonly file: string };

/** Begins with the listing that the address names: at once on an empty page, and else when the reader agrees. */
export function StartOffer({ program, root }: Props): ReactNode {
  const [offer, setOffer] = useState<Offer>();
  const [tries, setTries] = useState(0);
  const take = (text: string, file: string) => {
    program.change(text);
    setOffer(undefined);
    announce(`The program is now that of ${file}.`);
  };
  const decide = useEffectEvent((file: string, text: string) => {
    // Loading the page again must not begin anew.
    showInAddress(location.pathname + location.hash);
    if (text === program.text) return;
    if (program.isChanged) setOffer({ kind: 'text', file, text });
    else take(text, file);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a failed fetch is tried again.
  useEffect(() => {
    const wanted = startFromQuery(location.search);
    if (wanted === undefined) return;
    const over = new AbortController();
    setOffer(undefined);
    readListing(root, wanted, over.signal).then(
      (text) => !over.signal.aborted && decide(wanted.file, text),
      () => !over.signal.aborted && setOffer({ kind: 'failed', file: wanted.file }),
    );
    return () => over.abort();
  }, [tries, root]);
  if (offer === undefined) return null;
  const { file } = offer;
  if (offer.kind === 'failed')
    return (
      <p className="shared-offer" role="alert">
        {file} could not be fetched.{' '}
        <button type="button" className="button" onClick={() => setTries((count) => count + 1)}>
          Try again
        </button>
      </p>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form.
    <div className="shared-offer" role="group" aria-label={`Start from ${file}`}>
      <p>
        You have a program here already. Starting from {file} replaces it; Undo brings it back while this page
        is open.
      </p>
      <button type="button" className="button" onClick={() => take(offer.text, file)}>
        Start from {file}
      </button>{' '}
      <button type="button" className="button" onClick={() => setOffer(undefined)}>
        Keep what is here
      </button>
    </div>
  );
}

/**
 * Returns the listing's text, as the reader has changed it where the device keeps such a change. @throws where it cannot be
 * fetched
 */
async function readListing(
  root: string,
  { folder, file }: { readonly folder: string; readonly file: string },
  signal: AbortSignal,
): Promise<string> {
  const response = await fetch(`${root}${folder}${file.replace(/\.py$/, '.json')}`, { signal });
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const { source }: ListingData = await response.json();
  return readKept(source.text, recall(keptName(folder, file)) ?? null)?.text ?? source.text;
}
