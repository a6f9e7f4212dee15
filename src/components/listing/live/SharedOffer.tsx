import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { ListingSource } from '../../../listing/index.ts';
import { readShared, type Shared } from '../../../listing/live/index.ts';
import { textOfFragment } from '../ids.ts';

interface Props {
  readonly source: ListingSource;
  readonly onTake: (text: string) => void;
  /** The link is to this program: its tab has to be shown. */
  readonly onShow: () => void;
}

/** A program that came by a link: shown, and run only when the reader asks for it. */
export function SharedOffer({ source, onTake, onShow }: Props): ReactNode {
  const [shared, setShared] = useState<Shared>();
  const read = useEffectEvent(async () => {
    const wanted = textOfFragment(location.hash);
    if (wanted?.file !== source.file) return;
    onShow();
    setShared(await readShared(source.text, wanted.text));
  });
  useEffect(() => {
    const over = new AbortController();
    void read();
    addEventListener('hashchange', () => void read(), over);
    return () => over.abort();
  }, []);
  if (shared === undefined) return null;
  if (shared.kind === 'problem')
    return (
      <p className="shared-offer" role="status">
        The link's program could not be read ({shared.problem}); it is as it was before.
      </p>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form.
    <div className="shared-offer" role="group" aria-label="A program from a link">
      <p>This link brings a changed program. It has not been run.</p>
      <pre>{shared.text}</pre>
      <button
        type="button"
        className="button"
        onClick={() => {
          onTake(shared.text);
          setShared(undefined);
        }}
      >
        Run it
      </button>{' '}
      <button type="button" className="button" onClick={() => setShared(undefined)}>
        Keep what is here
      </button>
    </div>
  );
}
