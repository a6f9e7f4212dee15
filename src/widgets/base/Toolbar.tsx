import { memo, type ReactNode, useState } from 'react';
import { announce } from './announce.ts';
import type { Literal, SendToListing } from './literal.ts';
import { canCopy, Offer } from './Offer.tsx';
import type { Controls } from './useWidget.ts';

/** A named state to go to. */
export type Preset<S> = { readonly name: string; readonly to: (state: S) => S };

export type ToolbarProps<S> = {
  readonly controls: Controls<S>;
  readonly presets: readonly Preset<S>[];
  /** The address of the widget's own page, for other people's slides and courses. */
  readonly embed?: string | undefined;
  readonly title: string;
  /** What the listing beside this widget calls the state's parts, and how it is handed over. */
  readonly code?: { readonly literals: () => readonly Literal[]; readonly send: SendToListing } | undefined;
};

/**
 * Presets, undo, reset, a link to the present state and the code that embeds it. It stands still during a gesture: what it
 * needs of the state is the same before and after.
 */
export const Toolbar = memo(Buttons, isAtRest) as typeof Buttons;

function isAtRest<S>(before: ToolbarProps<S>, after: ToolbarProps<S>): boolean {
  return (
    before.presets === after.presets &&
    before.embed === after.embed &&
    before.controls.live === after.controls.live &&
    before.controls.canUndo === after.controls.canUndo &&
    before.controls.change === after.controls.change &&
    before.controls.resting === after.controls.resting
  );
}

function Buttons<S>({ controls, presets, embed, title, code }: ToolbarProps<S>): ReactNode {
  const { live, change, undo, canUndo, reset, link } = controls;
  const [offer, setOffer] = useState<'code' | 'link'>();
  const copyLink = async () => {
    const isCopied = await canCopy(link());
    setOffer(isCopied ? undefined : 'link');
    announce(
      isCopied ? 'Link copied' : 'Copying is not allowed here; the link is in the field below.',
      'now',
    );
  };
  const frameCode =
    offer === 'code' && embed !== undefined ? embedCode(link(controls.resting), embed, title) : '';
  const copyCode = async () => {
    const isCopied = await canCopy(frameCode);
    announce(isCopied ? 'Code copied' : 'Copying is not allowed here; take the code from its field.', 'now');
  };
  return (
    <div className="toolbar">
      {presets.map(({ name, to }) => (
        <button key={name} type="button" disabled={!live} onClick={() => change(to)}>
          {name}
        </button>
      ))}
      <span className="toolbar-end">
        <button type="button" disabled={!live} aria-disabled={!canUndo} onClick={undo}>
          Undo
        </button>
        <button type="button" disabled={!live} onClick={reset}>
          Reset
        </button>
        {code !== undefined && (
          <button type="button" disabled={!live} onClick={() => code.send(code.literals())}>
            See this in code
          </button>
        )}
        <button type="button" disabled={!live} onClick={copyLink}>
          Copy link
        </button>
        {embed !== undefined && (
          <button
            type="button"
            disabled={!live}
            aria-expanded={offer === 'code'}
            onClick={() => setOffer(offer === 'code' ? undefined : 'code')}
          >
            Embed
          </button>
        )}
      </span>
      {offer === 'link' && <Offer label="Link to this figure" text={link(controls.resting)} takesFocus />}
      {offer === 'code' && (
        <Offer label="Code to embed this figure" text={frameCode}>
          <button type="button" onClick={copyCode}>
            Copy code
          </button>
          <a href={embed} target="_blank" rel="noopener">
            See its page
          </a>
        </Offer>
      )}
    </div>
  );
}

/** The frame that shows a widget's own page in the present state. */
function embedCode(link: string, embed: string, title: string): string {
  const page = new URL(embed, document.baseURI);
  page.hash = new URL(link).hash;
  return `<iframe src="${page.href.replaceAll('&', '&amp;')}" title="${title}" width="100%" height="640" loading="lazy" allow="clipboard-write"></iframe>`;
}
