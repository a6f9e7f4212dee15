import { type ReactNode, useId } from 'react';
import { type ListingView, type Panel, stateAt } from '../../listing/index.ts';
import { Entry } from './Entry.tsx';
import { Filled } from './Filled.tsx';
import type { References } from './listing-data.ts';
import { PanelState } from './PanelState.tsx';
import type { NumberPlace } from './position.ts';
import { StateView } from './StateView.tsx';

interface Props {
  readonly view: ListingView;
  readonly panel: Panel;
  readonly references: References;
  readonly isChosen: boolean;
  /** `still`: as the page is built, states rest in <noscript>; `paper`: every state is drawn. */
  readonly mode: 'still' | 'live' | 'paper';
  /** The step that is shown, where it is one of the panel's. */
  readonly step: number | undefined;
  readonly origin: NumberPlace | undefined;
  readonly onStop: (step: number) => void;
  readonly onAsk: (of: NumberPlace) => void;
}

/** What is said and shown of one line. Without a script every state can be read; with one, that of the step at hand is drawn. */
export function PanelView(props: Props): ReactNode {
  const { view, panel, references, isChosen, mode } = props;
  const { line, note, reference, steps } = panel;
  const titleId = useId();
  // In the book's own program only a docstring does not run, and its note says so.
  const isChanged = view.text !== view.source.text;
  const everything = () => (
    <>
      <Entries names={reference} line={line} references={references} isLive={false} />
      {steps.map((step) => (
        <StateView key={step} state={stateAt(view, step)} />
      ))}
    </>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form, and this is a note.
    <div
      className={['note', isChosen && 'chosen', note === undefined && 'plain'].filter(Boolean).join(' ')}
      role="group"
      aria-labelledby={titleId}
    >
      <p className="note-title" id={titleId}>
        {note ? <Filled nodes={note.title} /> : `Line ${line}`}
      </p>
      {note && <Filled nodes={note.body} />}
      {isChanged && note?.status === 'never-ran' && <p className="note-status">This line has not run.</p>}
      {mode === 'still' && reference.length + steps.length > 0 && <noscript>{everything()}</noscript>}
      {mode === 'paper' && everything()}
      {mode === 'live' && isChosen && (
        <>
          <Entries names={reference} line={line} references={references} isLive />
          <PanelState {...props} />
        </>
      )}
    </div>
  );
}

interface EntriesProps {
  readonly names: readonly string[];
  readonly line: number;
  readonly references: References;
  readonly isLive: boolean;
}

function Entries({ names, line, references, isLive }: EntriesProps): ReactNode {
  if (names.length === 0) return null;
  const as = (name: string) => {
    if (isLive) return 'folded';
    return references.firsts.get(line)?.has(name) ? 'first' : 'link';
  };
  return (
    <div className="entries">
      {names.map((name) => (
        <Entry key={name} name={name} entry={references.entries.get(name)} as={as(name)} />
      ))}
    </div>
  );
}
