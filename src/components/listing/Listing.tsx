import {
  type ChangeEvent,
  type FocusEvent,
  type ReactNode,
  useCallback,
  useId,
  useState,
  useSyncExternalStore,
} from 'react';
import { flushSync } from 'react-dom';
import type { ListingView } from '../../listing/index.ts';
import { usePrinting } from '../../reader/printing/index.ts';
import { chooseLibrary, chosenLibrary, type LibraryChoice, onLibrary } from './library.ts';
import type { ListingSettings, ProgramView } from './listing-data.ts';
import { Program } from './Program.tsx';
import { Twins } from './Twins.tsx';
import { useLive } from './useLive.ts';

interface Props {
  readonly settings: ListingSettings;
  readonly programs: readonly ProgramView[];
}

/** An annotated program, with its twin in a second tab and the two side by side in a third: the same in build and page. */
export function Listing({ settings, programs }: Props): ReactNode {
  const { name, caption, folder, addressed, embed } = settings;
  const captionId = useId();
  const mode = useMode();
  const [tab, setTab] = useTab(programs.map(({ view }) => view.library));
  const [isEntered, setEntered] = useState(false);
  const enter = useCallback(() => setEntered(true), []);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setEntered(false);
  };
  // Of programs that the reader has changed; a position of its own each.
  const [views, setViews] = useState<ReadonlyMap<string, ListingView>>(new Map());
  const current = (program: ProgramView) => ({
    ...program,
    view: views.get(program.view.file) ?? program.view,
  });
  const [first, second] = programs;
  if (first === undefined) return null;
  const choose = (event: ChangeEvent<HTMLInputElement>, choice: LibraryChoice) => {
    // Listings above may change their height; what the reader has just touched stays where it is.
    const { target } = event;
    const before = target.getBoundingClientRect().top;
    flushSync(() => {
      setTab(undefined);
      chooseLibrary(choice);
    });
    scrollBy({ top: target.getBoundingClientRect().top - before, behavior: 'instant' });
  };
  const radio = (choice: LibraryChoice, text: string) => (
    <label className="tab">
      <input
        type="radio"
        name={`library-${name}`}
        value={choice}
        checked={tab === choice}
        onChange={(event) => choose(event, choice)}
      />
      <span>{text}</span>
    </label>
  );
  const shown = tab === 'both' ? 'shown' : 'folded';
  return (
    <>
      <a className="skip-listing" href={`#after-${name}`}>{`Skip ${first.view.file}`}</a>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a line is a click. */}
      <figure
        className="figure framed wide listing"
        id={`listing-${name}`}
        aria-labelledby={captionId}
        onPointerDown={enter}
        onClick={enter}
        onBlur={leave}
      >
        <fieldset className="tabs">
          <legend className="visually-hidden">Library</legend>
          {programs.map(({ data, view, references }) => (
            <ProgramTab key={view.file} label={radio(view.library, view.library)}>
              <Program
                data={data}
                references={references}
                folder={folder}
                isAddressed={addressed.includes(view.file)}
                embed={embed}
                mode={mode}
                isEntered={isEntered}
                takesNumbers={tab === view.library || tab === 'both'}
                onEnter={enter}
                onShow={() => setTab(view.library)}
                onView={(to) => setViews((views) => new Map(views).set(view.file, to))}
              />
            </ProgramTab>
          ))}
          {second && (
            <ProgramTab label={radio('both', 'Side by side')}>
              <Twins
                left={current(first)}
                right={current(second)}
                mode={mode === 'still' ? 'still' : shown}
              />
            </ProgramTab>
          )}
        </fieldset>
        <figcaption className="caption" id={captionId}>
          {caption}
        </figcaption>
      </figure>
      <span className="after-listing" id={`after-${name}`} tabIndex={-1} />
    </>
  );
}

/** A tab and what it shows: the style sheet relies on their being neighbours. */
function ProgramTab({
  label,
  children,
}: {
  readonly label: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <>
      {label}
      {children}
    </>
  );
}

function useMode(): 'still' | 'live' | 'paper' {
  const isLive = useLive();
  const isPrinting = usePrinting();
  return isPrinting ? 'paper' : isLive ? 'live' : 'still';
}

/** Returns the tab that is shown: of a line that a link leads to, else the one chosen for the whole book, else the first. */
function useTab(tabs: readonly LibraryChoice[]) {
  const chosen = useSyncExternalStore(onLibrary, chosenLibrary, () => undefined);
  const [linked, setLinked] = useState<LibraryChoice>();
  const offered = tabs.length > 1 ? [...tabs, 'both'] : tabs;
  const wanted = linked ?? chosen;
  const tab = wanted !== undefined && offered.includes(wanted) ? wanted : tabs[0];
  return [tab, setLinked] as const;
}
