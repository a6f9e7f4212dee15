import { memo, type ReactNode, useCallback, useRef, useState } from 'react';
import { announce, frameCode as codeOfFrame, copyText } from '../../reader/index.ts';
import { CopyField } from './CopyField.tsx';
import type { Literal, SendToListing } from './literal.ts';
import { ToolbarButtons } from './ToolbarButtons.tsx';
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
export const Toolbar = memo(Tools, isAtRest) as typeof Tools;

function isAtRest<S>(before: ToolbarProps<S>, after: ToolbarProps<S>): boolean {
  return (
    before.presets === after.presets &&
    before.embed === after.embed &&
    before.controls.live === after.controls.live &&
    before.controls.canUndo === after.controls.canUndo &&
    before.controls.canRedo === after.controls.canRedo &&
    before.controls.canReset === after.controls.canReset &&
    before.controls.change === after.controls.change &&
    before.controls.resting === after.controls.resting
  );
}

function Tools<S>({ controls, presets, embed, title, code }: ToolbarProps<S>): ReactNode {
  const { live, change, undo, canUndo, redo, canRedo, reset, canReset, link, resting } = controls;
  const [offer, setOffer] = useState<'code' | 'link'>();
  const copyLink = useCallback(async () => {
    const isCopied = await copyText(link());
    setOffer(isCopied ? undefined : 'link');
    announce(
      () => (isCopied ? 'Link copied' : 'Copying is not allowed here; the link is in the field below.'),
      'now',
    );
  }, [link]);
  const toolbar = useRef<HTMLDivElement>(null);
  const [heightPx, setHeightPx] = useState(0);
  const openEmbed = useCallback(() => {
    setHeightPx(toolbar.current?.closest('.widget')?.scrollHeight ?? 0);
    setOffer((open) => (open === 'code' ? undefined : 'code'));
  }, []);
  const frameCode =
    offer === 'code' && embed !== undefined ? embedCode(link(resting), embed, title, heightPx) : '';
  const copyCode = async () => {
    const isCopied = await copyText(frameCode);
    announce(
      () => (isCopied ? 'Code copied' : 'Copying is not allowed here; take the code from its field.'),
      'now',
    );
  };
  return (
    <div className="toolbar" ref={toolbar}>
      <ToolbarButtons
        live={live}
        change={change}
        undo={undo}
        canUndo={canUndo}
        redo={redo}
        canRedo={canRedo}
        reset={reset}
        canReset={canReset}
        presets={presets}
        onSend={code && (() => code.send(code.literals()))}
        onCopyLink={copyLink}
        onEmbed={embed === undefined ? undefined : openEmbed}
        isEmbedOpen={offer === 'code'}
      />
      {offer === 'link' && <CopyField label="Link to this figure" text={link(resting)} takesFocus />}
      {offer === 'code' && (
        <CopyField label="Code to embed this figure" text={frameCode}>
          <button type="button" onClick={copyCode}>
            Copy code
          </button>
          <a href={embed} target="_blank" rel="noopener">
            See its page
          </a>
        </CopyField>
      )}
    </div>
  );
}

/** Returns the frame that shows a widget's own page in the present state, as high as the widget is at its present width. */
function embedCode(link: string, embed: string, title: string, heightPx: number): string {
  const page = new URL(embed, document.baseURI);
  page.hash = new URL(link).hash;
  return codeOfFrame(page, title, heightPx);
}
