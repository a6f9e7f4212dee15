import { type ReactNode, useState } from 'react';
import { announce, copyText } from '../../reader/index.ts';
import { ActionButton } from './ActionButton.tsx';

interface Props {
  readonly isChanged: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** False where the device keeps nothing. */
  readonly isKept: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onReset: () => void;
  /** The address of this page with the change in it. */
  readonly link: () => string | Promise<string>;
  /** What the field is called that shows the link where copying is not allowed. */
  readonly linkLabel: string;
  readonly tabIndex?: -1 | undefined;
  /** What else can be done or is to be said, after the buttons. */
  readonly children?: ReactNode;
}

/** What can be done with a reader's change: undo, redo, reset, and its link. */
export function ChangeActions(props: Props): ReactNode {
  const { isChanged, canUndo, canRedo, isKept, link, linkLabel, tabIndex } = props;
  const [shared, setShared] = useState<string>();
  const share = async () => {
    const address = await link();
    const isCopied = await copyText(address);
    setShared(isCopied ? undefined : address);
    announce(isCopied ? 'Link copied' : 'Copying is not allowed here; the link is in the field below.');
  };
  return (
    <>
      <ActionButton text="Undo" isOff={!canUndo} tabIndex={tabIndex} onPress={props.onUndo} />
      <ActionButton text="Redo" isOff={!canRedo} tabIndex={tabIndex} onPress={props.onRedo} />
      <ActionButton text="Reset" isOff={!isChanged} tabIndex={tabIndex} onPress={props.onReset} />
      <ActionButton text="Copy link" isOff={!isChanged} tabIndex={tabIndex} onPress={share} />
      {props.children}
      {!isKept && <span className="proof">This device keeps nothing: the change is gone with the page.</span>}
      {shared !== undefined && (
        <input
          className="shared-link"
          readOnly
          aria-label={linkLabel}
          value={shared}
          onFocus={({ target }) => target.select()}
        />
      )}
    </>
  );
}
