import type { ReactNode } from 'react';
import type { TokenLine } from '../../listing/index.ts';

interface Props {
  readonly tokens: TokenLine;
  /** Whether a row of numbers such as `[0.2, −0.5]` stays on one line. */
  readonly keepsRows?: boolean;
}

/** A line of a program: keywords, strings and comments in their faces, variables in their hues. */
export function CodeLine({ tokens, keepsRows = false }: Props): ReactNode {
  return (
    <code>
      {tokens.map(({ text, kind, hue }, k) =>
        kind === undefined && hue === undefined ? (
          keepsRows ? (
            withRows(text)
          ) : (
            text
          )
        ) : kind === undefined ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the line.
          <b className={`q-${hue}`} key={k}>
            {text}
          </b>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the line.
          <span className={`tok-${kind}`} key={k}>
            {text}
          </span>
        ),
      )}
    </code>
  );
}

function withRows(text: string): ReactNode {
  return text.split(/(\[[^[\]]*\])/).map((part, k) =>
    part.startsWith('[') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the line.
      <span className="number-row" key={k}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
