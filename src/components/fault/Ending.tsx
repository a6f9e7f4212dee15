import type { ReactNode } from 'react';
import type { EndingPart } from '../../listing/live/index.ts';

/** What stands before each part of what a program said. */
const KIND_NAMES: Readonly<Record<EndingPart['kind'], string>> = {
  prints: 'prints',
  warns: 'warns',
  raises: 'raises',
  stops: 'stopped',
};

/** What a program said, in the order in which a reader meets it. */
export function Ending({ parts }: { readonly parts: readonly EndingPart[] }): ReactNode {
  if (parts.length === 0)
    return (
      <p>
        <span>prints nothing</span>
      </p>
    );
  return parts.map(({ kind, type, text }, k) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
    <div key={k}>
      <span>{KIND_NAMES[kind]}</span>
      {kind === 'prints' ? (
        <pre>{text}</pre>
      ) : (
        <samp>
          {type !== '' && (
            <>
              <b>{type}</b>:{' '}
            </>
          )}
          {text}
        </samp>
      )}
    </div>
  ));
}
