import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ListingView } from '../../listing/index.ts';
import { applyEdit, sharedText } from '../../listing/live/index.ts';
import { showInAddress } from '../../reader/index.ts';
import { stayAt } from '../page/stay-at.ts';
import { CodeLine } from './CodeLine.tsx';
import { Console } from './Console.tsx';
import { Controls } from './Controls.tsx';
import { panelOfLine, shownLines } from './course.ts';
import { GoneNotes } from './GoneNotes.tsx';
import { lineId, lineOfFragment } from './ids.ts';
import { Lines } from './Lines.tsx';
import type { ListingData, References } from './listing-data.ts';
import { ChangeBar } from './live/ChangeBar.tsx';
import { Editor } from './live/Editor.tsx';
import { knowledgeOf } from './live/knowledge-of.ts';
import { NumberLine } from './live/NumberLine.tsx';
import { SharedOffer } from './live/SharedOffer.tsx';
import { TroubleAlert } from './live/TroubleAlert.tsx';
import { useFigureNumbers } from './live/useFigureNumbers.ts';
import { type LiveProgram, useLiveProgram } from './live/useLiveProgram.ts';
import { useReference } from './live/useReference.ts';
import { PanelView } from './Panel.tsx';
import { ProgramBar } from './ProgramBar.tsx';
import { PredictStop } from './predict/PredictStop.tsx';
import { usePredictions } from './predict/usePredictions.ts';
import { ProgramContext } from './program-context.ts';
import { keptName, rootOf } from './site-address.ts';
import { usePlaying, usePosition } from './usePosition.ts';
import { Variables } from './Variables.tsx';

const NARROW = '(max-width: 59.99rem)';

interface Props {
  readonly data: ListingData;
  readonly references: References;
  readonly folder: string;
  /** A program of the reader's own, on a page of its own: it opens in the editor, and no files belong to it. */
  readonly isOwn?: boolean;
  readonly isAddressed: boolean;
  /** The address of the page that shows the listing alone. */
  readonly embed?: string | undefined;
  readonly mode: 'still' | 'live' | 'paper';
  /** Whether the reader works in the listing: until then it has few stops for the Tab key. */
  readonly isEntered: boolean;
  /** Whether numbers that a figure gives to the listing are for this program. */
  readonly takesNumbers?: boolean;
  readonly onEnter?: () => void;
  /** A link leads to a line of this program: its tab has to be shown. */
  readonly onShow?: () => void;
  /** The program has run anew. */
  readonly onView?: (view: ListingView) => void;
  /** What the page offers to put in the program's place. */
  readonly offer?: (program: LiveProgram) => ReactNode;
}

const nothing = () => {};

/** One program: its lines, each followed by its note, and below them the controls and the console. */
export function Program(props: Props): ReactNode {
  const { data, references: used, folder, isOwn = false, isAddressed, embed, mode, isEntered, offer } = props;
  const { onEnter = nothing, onShow = nothing, onView = nothing } = props;
  const { file } = data.source;
  const program = useLiveProgram(data, keptName(folder, file));
  const { view, lines, trouble, isStale } = program;
  const [course, position, act] = usePosition(view);
  const predictions = usePredictions({ view, course, position, act, predict: program.predict });
  usePlaying(position, () => predictions.act({ type: 'tick' }));
  const [isEditing, setEditing] = useState(isOwn);
  const [hasPressedEdit, setPressedEdit] = useState(false);
  const [cursor, setCursor] = useState<number>();
  const [open, setOpen] = useState<{ readonly index: number; readonly byFinger: boolean }>();
  const root = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const isLive = mode !== 'still';
  const tabIndex = isLive && !isEntered ? -1 : undefined;

  const follow = useEffectEvent(() => {
    const wanted = lineOfFragment(location.hash);
    if (!isAddressed || wanted?.file !== file) return;
    onShow();
    act({ type: 'choose', line: wanted.line, isQuiet: true });
    stayAt(document.getElementById(lineId(file, wanted.line)), 'center');
  });
  useEffect(() => {
    if (!isLive) return;
    follow();
    const over = new AbortController();
    addEventListener('hashchange', () => follow(), over);
    return () => over.abort();
  }, [isLive]);

  const tell = useEffectEvent(() => onView(view));
  useEffect(() => {
    act({ type: 'run' });
    if (view.run !== data.run) tell();
  }, [view, data, act]);

  const goTo = (line: number | undefined) => {
    onEnter();
    if (line !== undefined)
      act({ type: 'choose', line: panelOfLine(view, line)?.line ?? line, isQuiet: true });
    const target = line === undefined ? root.current : root.current?.querySelector(`[data-line="${line}"]`);
    stayAt(target ?? root.current, 'center');
  };
  const given = useFigureNumbers({ root, program, file, isTaking: props.takesNumbers === true, goTo });

  const press = (line: number) => {
    const isAgain = line === position.line && position.isOpened;
    if (isAgain && matchMedia(NARROW).matches) act({ type: 'close' });
    else predictions.act({ type: 'choose', line });
    showInAddress(`#${lineId(file, line)}`);
  };
  const context = useMemo(() => {
    const choose = (line: number) => {
      act({ type: 'choose', line });
      showInAddress(`#${lineId(file, line)}`);
      root.current?.querySelector<HTMLElement>(`[data-line="${line}"] > a`)?.focus();
    };
    return { file, choose: isLive ? choose : undefined, isEntered };
  }, [file, isLive, isEntered, act]);

  const references = useReference(used, rootOf(folder), isEditing || program.isChanged);
  const knowledge = useMemo(() => knowledgeOf(view, references), [view, references]);
  const bookNumbers = useMemo(() => data.literals.map(({ text }) => text), [data]);
  const explained = view.panels.filter(({ note }) => note !== undefined);
  const explainedCount = explained.reduce((sum, { line, end }) => sum + end - line + 1, 0);
  const closeOrigin = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && position.origin) act({ type: 'origin', of: undefined });
  };
  const link = async () =>
    new URL(`#${file}?text=${await sharedText(data.source.text, program.text)}`, location.href).href;
  const embedAddress = async (address: string) => {
    const page = new URL(address, document.baseURI);
    page.searchParams.set('library', view.library);
    if (program.isChanged) page.hash = new URL(await link()).hash;
    else if (position.line !== undefined) page.hash = lineId(file, position.line);
    return page.href;
  };
  const panel = (of: ListingView['panels'][number]) => (
    <PanelView
      key={`panel ${of.line}`}
      view={view}
      panel={of}
      references={references}
      isChosen={of.line === position.line}
      mode={mode}
      step={position.step}
      origin={position.origin}
      onStop={(step) => predictions.act({ type: 'stop', step })}
      onAsk={(question) => act({ type: 'origin', of: question })}
    />
  );
  const reach = (line: number) => {
    setCursor(line);
    const at = panelOfLine(view, line);
    if (at !== undefined && at.line !== position.line) act({ type: 'choose', line: at.line, isQuiet: true });
  };
  const atCursor = view.panels.find(({ line }) => line === position.line);
  const classes = [
    'program',
    position.onlyExplained && 'only-explained',
    position.isOpened && 'opened',
    isStale && trouble !== undefined && 'stale',
  ];
  return (
    <ProgramContext value={context}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form. */}
      <div
        className={classes.filter(Boolean).join(' ')}
        role="group"
        aria-label={file}
        ref={root}
        onKeyDown={closeOrigin}
      >
        <ProgramBar
          file={file}
          text={program.text}
          isChanged={program.isChanged}
          folder={folder}
          isOwn={isOwn}
          tabIndex={tabIndex}
          embed={isLive && embed !== undefined ? () => embedAddress(embed) : undefined}
        >
          <button
            type="button"
            className="needs-script"
            tabIndex={tabIndex}
            onPointerEnter={program.warm}
            onFocus={program.warm}
            onClick={() => {
              onEnter();
              setOpen(undefined);
              setPressedEdit(true);
              setEditing(!isEditing);
            }}
          >
            {isEditing ? 'Done' : 'Edit'}
          </button>
        </ProgramBar>
        {isLive && isAddressed && (
          <SharedOffer source={data.source} onTake={program.change} onShow={onShow} />
        )}
        {isLive && offer?.(program)}
        {given !== undefined && <p className="from-figure">{given}</p>}
        {isEditing ? (
          <div className="code editing">
            <Editor
              file={file}
              program={program}
              line={isOwn ? undefined : position.line}
              takesFocus={hasPressedEdit}
              knowledge={knowledge}
              onLine={reach}
            />
            {atCursor && cursor !== undefined && panel(atCursor)}
          </div>
        ) : (
          <Lines
            view={view}
            lines={lines}
            code={(tokens, line) =>
              isLive && mode !== 'paper' ? (
                <NumberLine
                  tokens={tokens}
                  line={line}
                  program={program}
                  bookNumbers={bookNumbers}
                  isChosen={panelOfLine(view, line)?.line === position.line}
                  open={open}
                  onOpen={(index, byFinger) => {
                    onEnter();
                    const owner = panelOfLine(view, line);
                    if (owner !== undefined) act({ type: 'choose', line: owner.line, isQuiet: true });
                    setOpen({ index, byFinger });
                  }}
                  onClose={() => setOpen(undefined)}
                />
              ) : (
                <CodeLine tokens={tokens} />
              )
            }
            chosen={position.line}
            onlyExplained={position.onlyExplained}
            isAddressed={isAddressed}
            isLive={isLive}
            describedBy={hintId}
            onPress={press}
            onReach={(line) => {
              onEnter();
              predictions.act({ type: 'choose', line });
            }}
            panel={panel}
          />
        )}
        <GoneNotes notes={view.gone} />
        <p className="enter-hint" id={hintId} hidden={!isLive || isEntered}>
          Enter or an arrow key opens a line; the Tab key then leads to its numbers and the buttons.
        </p>
        {mode === 'live' && <PredictStop predictions={predictions} lines={lines} />}
        <Controls
          course={course}
          position={position}
          otherCount={isOwn ? undefined : shownLines(lines).length - explainedCount}
          strict={program.strict}
          onStrict={program.setStrict}
          predictions={predictions}
          onWarm={program.warm}
          tabIndex={tabIndex}
          act={predictions.act}
        />
        <TroubleAlert
          file={file}
          trouble={trouble}
          onRepair={({ edit }) => program.change(applyEdit(program.text, edit))}
        />
        <ChangeBar program={program} tabIndex={tabIndex} link={link} />
        <Console view={view} step={position.step} tabIndex={tabIndex} />
        <Variables view={view} step={position.step} tabIndex={tabIndex} />
      </div>
    </ProgramContext>
  );
}
