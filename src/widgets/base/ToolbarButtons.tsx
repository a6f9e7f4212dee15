import { memo, type ReactNode } from 'react';
import type { Preset } from './Toolbar.tsx';
import type { Controls } from './useWidget.ts';

export type ToolbarButtonsProps<S> = Pick<
  Controls<S>,
  'live' | 'change' | 'undo' | 'canUndo' | 'redo' | 'canRedo' | 'reset' | 'canReset'
> & {
  readonly presets: readonly Preset<S>[];
  /** Left out where no listing takes the numbers. */
  readonly onSend?: (() => void) | undefined;
  readonly onCopyLink: () => void;
  /** Left out where the widget has no page of its own. */
  readonly onEmbed?: (() => void) | undefined;
  readonly isEmbedOpen: boolean;
};

/** The buttons of the toolbar: they are drawn again only when one of them changes, not when the state does. */
export const ToolbarButtons = memo(Buttons) as typeof Buttons;

function Buttons<S>({
  live,
  change,
  undo,
  canUndo,
  redo,
  canRedo,
  reset,
  canReset,
  presets,
  onSend,
  onCopyLink,
  onEmbed,
  isEmbedOpen,
}: ToolbarButtonsProps<S>): ReactNode {
  return (
    <>
      {presets.map(({ name, to }) => (
        <button key={name} type="button" disabled={!live} onClick={() => change(to)}>
          {name}
        </button>
      ))}
      <span className="toolbar-end">
        <button type="button" disabled={!live} aria-disabled={!canUndo} onClick={undo}>
          Undo
        </button>
        <button type="button" disabled={!live} aria-disabled={!canRedo} onClick={redo}>
          Redo
        </button>
        <button type="button" disabled={!live} aria-disabled={!canReset} onClick={reset}>
          Reset
        </button>
        {onSend !== undefined && (
          <button type="button" disabled={!live} onClick={onSend}>
            See in code
          </button>
        )}
        <button type="button" disabled={!live} onClick={onCopyLink}>
          Copy link
        </button>
        {onEmbed !== undefined && (
          <button type="button" disabled={!live} aria-expanded={isEmbedOpen} onClick={onEmbed}>
            Embed
          </button>
        )}
      </span>
    </>
  );
}
