import type { ReactNode } from 'react';
import type { Token, TokenLine } from '../../listing/index.ts';

interface Props {
  readonly tokens: TokenLine;
  /** Whether a row of numbers such as `[0.2, −0.5]` stays on one line. */
  readonly keepsRows?: boolean;
}

/** A line of a program: keywords, strings and comments in their faces, variables in their hues. */
export function CodeLine({ tokens, keepsRows = false }: Props): ReactNode {
  return (
    <code>
      {tokens.map((token, k) => {
        const isPlain = token.kind === undefined && token.hue === undefined;
        return isPlain && keepsRows ? withRows(token.text) : tokenElement(token, k);
      })}
    </code>
  );
}

/** @param key its place among its neighbours */
export function tokenElement({ text, kind, hue }: Token, key: number): ReactNode {
  if (kind !== undefined)
    return (
      <span className={`tok-${kind}`} key={key}>
        {text}
      </span>
    );
  if (hue === undefined) return text;
  return (
    <b className={`q-${hue}`} key={key}>
      {text}
    </b>
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
