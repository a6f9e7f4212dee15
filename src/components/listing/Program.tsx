import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useId, useMemo, useRef } from 'react';
import type { ListingView } from '../../listing/index.ts';
import { showInAddress } from '../../reader/index.ts';
import { stayAt } from '../page/stay-at.ts';
import { Console } from './Console.tsx';
import { Controls } from './Controls.tsx';
import { shownLines } from './course.ts';
import { lineId, lineOfFragment } from './ids.ts';
import { Lines } from './Lines.tsx';
import type { References } from './listing-data.ts';
import { PanelView } from './Panel.tsx';
import { ProgramBar } from './ProgramBar.tsx';
import { ProgramContext } from './program-context.ts';
import { usePosition } from './usePosition.ts';
import { Variables } from './Variables.tsx';

const NARROW = '(max-width: 59.99rem)';

interface Props {
  readonly view: ListingView;
  readonly references: References;
  readonly folder: string;
  readonly isAddressed: boolean;
  readonly mode: 'still' | 'live' | 'paper';
  /** Whether the reader works in the listing: until then it has few stops for the Tab key. */
  readonly isEntered: boolean;
  readonly onEnter: () => void;
  /** A link leads to a line of this program: its tab has to be shown. */
  readonly onShow: () => void;
}

/** One program: its lines, each followed by its note, and below them the controls and the console. */
export function Program({
  view,
  references,
  folder,
  isAddressed,
  mode,
  isEntered,
  onEnter,
  onShow,
}: Props): ReactNode {
  const { file } = view;
  const [course, position, act] = usePosition(view);
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

  const press = (line: number) => {
    const isAgain = line === position.line && position.isOpened;
    if (isAgain && matchMedia(NARROW).matches) act({ type: 'close' });
    else act({ type: 'choose', line });
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

  const explained = view.panels.filter(({ note }) => note !== undefined);
  const explainedCount = explained.reduce((sum, { line, end }) => sum + end - line + 1, 0);
  const closeOrigin = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && position.origin) act({ type: 'origin', of: undefined });
  };
  const classes = ['program', position.onlyExplained && 'only-explained', position.isOpened && 'opened'];
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
        <ProgramBar file={file} text={view.text} folder={folder} tabIndex={tabIndex} />
        <Lines
          view={view}
          chosen={position.line}
          onlyExplained={position.onlyExplained}
          isAddressed={isAddressed}
          isLive={isLive}
          describedBy={hintId}
          onPress={press}
          onReach={(line) => {
            onEnter();
            act({ type: 'choose', line });
          }}
          panel={(panel) => (
            <PanelView
              key={`panel ${panel.line}`}
              view={view}
              panel={panel}
              references={references}
              isChosen={panel.line === position.line}
              mode={mode}
              step={position.step}
              origin={position.origin}
              onStop={(step) => act({ type: 'stop', step })}
              onAsk={(of) => act({ type: 'origin', of })}
            />
          )}
        />
        <p className="enter-hint" id={hintId} hidden={!isLive || isEntered}>
          Enter or an arrow key opens a line; the Tab key then leads to the buttons.
        </p>
        <Controls
          course={course}
          position={position}
          otherCount={shownLines(view).length - explainedCount}
          tabIndex={tabIndex}
          act={act}
        />
        <Console view={view} step={position.step} tabIndex={tabIndex} />
        <Variables view={view} step={position.step} tabIndex={tabIndex} />
      </div>
    </ProgramContext>
  );
}
