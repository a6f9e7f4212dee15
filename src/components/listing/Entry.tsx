import { type ReactNode, useContext } from 'react';
import type { ReferenceTemplate } from '../../listing/index.ts';
import { fillTemplate } from '../../slots/index.ts';
import { Filled } from './Filled.tsx';
import { referenceId } from './ids.ts';
import { ProgramContext } from './program-context.ts';

interface Props {
  readonly name: string;
  /** Undefined for what the reference does not know: a reader's program may use anything. */
  readonly entry: ReferenceTemplate | undefined;
  /** `link`: the page has given the entry in full above. */
  readonly as: 'first' | 'link' | 'folded';
}

/** Entries of the reference have no slots. */
const NO_SLOTS = new Map();

/** What a line uses, explained. */
export function Entry({ name, entry, as }: Props): ReactNode {
  const { isEntered } = useContext(ProgramContext);
  if (entry === undefined) return null;
  if (as === 'link')
    return (
      <a className="entry-link" href={`#${referenceId(name)}`}>
        <code>{name}</code>
      </a>
    );
  const { signature, returns, counterpart, trap, text } = entry;
  return (
    <details className="entry" id={as === 'first' ? referenceId(name) : undefined}>
      <summary tabIndex={as === 'folded' && !isEntered ? -1 : undefined}>
        <code>{name}</code>
      </summary>
      <p>
        <code>{signature}</code>
      </p>
      <Filled nodes={fillTemplate(text, NO_SLOTS)} />
      <p>
        <b>Returns</b> <Filled nodes={fillTemplate(returns, NO_SLOTS)} />.
      </p>
      {counterpart !== undefined && (
        <p>
          <b>In the other library</b> <code>{counterpart}</code>
        </p>
      )}
      {trap !== undefined && (
        <p>
          <b>Trap</b> <Filled nodes={fillTemplate(trap, NO_SLOTS)} />
        </p>
      )}
    </details>
  );
}
