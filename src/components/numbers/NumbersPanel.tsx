import { type ReactNode, type RefObject, useState, useSyncExternalStore } from 'react';
import { announce, copyText } from '../../reader/index.ts';
import { AskedView } from './AskedView.tsx';
import { FigureFields } from './FigureFields.tsx';
import { ChangedNumbers } from './NumbersBar.tsx';
import type { SectionNumbers } from './section-numbers.ts';

interface Props {
  readonly section: SectionNumbers;
  readonly isOpen: boolean;
  /** Takes the focus when the panel opens. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onClose: () => void;
  readonly onOpen: () => void;
  /** Goes on to another number of the text, and asks about it. */
  readonly onWalk: (by: 1 | -1) => void;
}

/** The reader's numbers: a field for each entry, where a number comes from, and what was changed. */
export function NumbersPanel({ section, isOpen, heading, onClose, onOpen, onWalk }: Props): ReactNode {
  const state = useSyncExternalStore(section.subscribe, section.state);
  const { numbers, canUndo, canRedo, isKept, asked, problem } = state;
  const [shared, setShared] = useState<string>();
  const share = async () => {
    const isCopied = await copyText(section.link());
    setShared(isCopied ? undefined : section.link());
    announce(isCopied ? 'Link copied' : 'Copying is not allowed here; the link is in the field below.');
  };
  return (
    <>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the keyboard is in.
        <div
          className="numbers-panel"
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
        >
          <div className="numbers-head">
            <h2 ref={heading} tabIndex={-1}>
              Your numbers
            </h2>
            <button type="button" onClick={onClose}>
              Close
            </button>
          </div>
          {/* biome-ignore-start lint/a11y: what scrolls must be reached by the keyboard, and a fieldset groups a form. */}
          <div className="numbers-body" tabIndex={0} role="group" aria-label="Numbers of this section">
            {/* biome-ignore-end lint/a11y: as above. */}
            {problem !== undefined && <p role="alert">{`Nothing follows: ${problem}`}</p>}
            {asked && <AskedView asked={asked} state={state} section={section} />}
            <p className="numbers-walk">
              <button type="button" onClick={() => onWalk(-1)}>
                Previous number
              </button>
              <button type="button" onClick={() => onWalk(1)}>
                Next number
              </button>
              <span>of the text: where it comes from</span>
            </p>
            {section.data.adjustable.map((figure) => (
              <FigureFields key={figure.name} figure={figure} numbers={numbers} section={section} />
            ))}
          </div>
        </div>
      )}
      {(numbers.length > 0 || canUndo || canRedo) && (
        <div className="numbers-bar">
          {numbers.length > 0 && <ChangedNumbers numbers={numbers} entries={section.entries} />}
          <Action text="Undo" isOff={!canUndo} onPress={() => section.undo()} />
          <Action text="Redo" isOff={!canRedo} onPress={() => section.redo()} />
          <Action text="Reset" isOff={numbers.length === 0} onPress={() => section.reset()} />
          <Action text="Copy link" isOff={numbers.length === 0} onPress={share} />
          {!isOpen && <Action text="Change" isOff={false} onPress={onOpen} />}
          {!isKept && <span>This device keeps nothing: the change is gone with the page.</span>}
          {shared !== undefined && (
            <input
              className="shared-link"
              readOnly
              aria-label="Link with these numbers"
              value={shared}
              onFocus={({ target }) => target.select()}
            />
          )}
        </div>
      )}
    </>
  );
}

/** A button that can do nothing says so and keeps the focus. */
function Action({
  text,
  isOff,
  onPress,
}: {
  readonly text: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <button type="button" aria-disabled={isOff || undefined} onClick={() => !isOff && onPress()}>
      {text}
    </button>
  );
}
