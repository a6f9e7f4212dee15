import { type ReactNode, type RefObject, useSyncExternalStore } from 'react';
import { ActionButton } from '../change/ActionButton.tsx';
import { ChangeActions } from '../change/ChangeActions.tsx';
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
          <ChangeActions
            {...{ canUndo, canRedo, isKept }}
            isChanged={numbers.length > 0}
            onUndo={() => section.undo()}
            onRedo={() => section.redo()}
            onReset={() => section.reset()}
            link={() => section.link()}
            linkLabel="Link with these numbers"
          >
            {!isOpen && <ActionButton text="Change" isOff={false} onPress={onOpen} />}
          </ChangeActions>
        </div>
      )}
    </>
  );
}
