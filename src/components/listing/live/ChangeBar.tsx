import { type ReactNode, useState } from 'react';
import { announce, copyText } from '../../../reader/index.ts';
import type { LiveProgram } from './useLiveProgram.ts';

interface Props {
  readonly program: LiveProgram;
  readonly tabIndex: -1 | undefined;
  /** The address of this page with the reader's program in it. */
  readonly link: () => Promise<string>;
}

/** What can be done with a change, and what running it cost. It has its place once the reader has changed something. */
export function ChangeBar({ program, tabIndex, link }: Props): ReactNode {
  const { isChanged, canUndo, canRedo, milliseconds, isStale, isKept, undo, redo, reset } = program;
  const [shared, setShared] = useState<string>();
  if (!isChanged && !canUndo && !canRedo) return null;
  const share = async () => {
    const address = await link();
    const isCopied = await copyText(address);
    setShared(isCopied ? undefined : address);
    announce(isCopied ? 'Link copied' : 'Copying is not allowed here; the link is in the field below.');
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form.
    <div className="change-bar" role="group" aria-label="Your change">
      <ActionButton text="Undo" isOff={!canUndo} tabIndex={tabIndex} onPress={undo} />
      <ActionButton text="Redo" isOff={!canRedo} tabIndex={tabIndex} onPress={redo} />
      <ActionButton text="Reset" isOff={!isChanged} tabIndex={tabIndex} onPress={reset} />
      <ActionButton text="Copy link" isOff={!isChanged} tabIndex={tabIndex} onPress={share} />
      <span className="proof">{proofOf({ milliseconds, isStale })}</span>
      {!isKept && <span className="proof">This device keeps nothing: the change is gone with the page.</span>}
      {shared !== undefined && (
        <input
          className="shared-link"
          readOnly
          aria-label="Link to this program"
          value={shared}
          onFocus={({ target }) => target.select()}
        />
      )}
    </div>
  );
}

/** "Ran in 3 ms, nothing was sent." */
function proofOf({ milliseconds, isStale }: Pick<LiveProgram, 'milliseconds' | 'isStale'>): string {
  if (milliseconds === undefined || isStale) return '';
  return `ran in ${milliseconds < 1 ? 'less than 1' : Math.round(milliseconds)} ms, nothing was sent`;
}

interface ActionButtonProps {
  readonly text: string;
  readonly isOff: boolean;
  readonly tabIndex: -1 | undefined;
  readonly onPress: () => void;
}

/** A button that can do nothing says so and keeps the focus. */
function ActionButton({ text, isOff, tabIndex, onPress }: ActionButtonProps): ReactNode {
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && onPress()}
    >
      {text}
    </button>
  );
}
