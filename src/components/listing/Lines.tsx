import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';
import type { ListingView, Panel, TokenLine } from '../../listing/index.ts';
import { panelOfLine, shownLines } from './course.ts';
import { plainText } from './Filled.tsx';
import { lineId } from './ids.ts';

interface Props {
  readonly view: ListingView;
  /** The lines shown, also of a text that does not run and so has no view. */
  readonly lines: readonly TokenLine[];
  /** Draws the number controls of a line, and what is open under it. */
  readonly code: (tokens: TokenLine, line: number) => ReactNode;
  /** The line whose panel is shown. */
  readonly chosen: number | undefined;
  /** Whether only explained lines are shown. */
  readonly onlyExplained: boolean;
  /** Whether the lines have addresses of their own. */
  readonly isAddressed: boolean;
  readonly isLive: boolean;
  readonly describedBy: string;
  /** A press on a line; `line` is the first of its statement. */
  readonly onPress: (line: number) => void;
  /** The keyboard has gone to a line. */
  readonly onReach: (line: number) => void;
  /** What stands below the last line of a panel's statement. */
  readonly panel: (panel: Panel) => ReactNode;
}

const MOVES = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
]);

/** The program's lines. The Tab key stops at the chosen one alone; arrow keys go from line to line. */
export function Lines(props: Props): ReactNode {
  const { view, lines, chosen, onlyExplained, isLive, describedBy, onReach, panel } = props;
  const links = useRef(new Map<number, HTMLElement>());
  const explained = view.panels.filter(({ note }) => note !== undefined);
  const reachable = onlyExplained ? explained : view.panels;
  const goByKey = (event: KeyboardEvent, line: number) => {
    const move = MOVES.get(event.key);
    if (move === undefined) return;
    event.preventDefault();
    const at = reachable.findIndex((one) => one.line === line);
    const to = reachable[Math.max(0, Math.min(reachable.length - 1, at + move))];
    if (to === undefined) return;
    onReach(to.line);
    links.current.get(to.line)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form.
    <div className="code" role="group" aria-label={`${view.file}, ${explained.length} lines explained`}>
      {shownLines(lines).map((tokens, index) => {
        const line = index + 1;
        const owner = panelOfLine(view, line);
        return [
          <Line
            {...props}
            key={`line ${line}`}
            line={line}
            tokens={tokens}
            owner={owner}
            link={(element) => {
              if (element) links.current.set(line, element);
              else links.current.delete(line);
            }}
            tabIndex={isLive ? (line === chosen ? 0 : -1) : undefined}
            describedBy={isLive ? describedBy : undefined}
            onKeyDown={(event) => goByKey(event, line)}
          />,
          owner?.end === line ? panel(owner) : null,
        ];
      })}
    </div>
  );
}

interface LineProps extends Omit<Props, 'describedBy' | 'panel'> {
  readonly line: number;
  readonly tokens: TokenLine;
  /** The panel of the statement that the line belongs to. */
  readonly owner: Panel | undefined;
  readonly link: (element: HTMLElement | null) => void;
  readonly tabIndex: 0 | -1 | undefined;
  readonly describedBy: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Line(props: LineProps): ReactNode {
  const { view, line, tokens, owner, chosen, isAddressed, isLive, link, tabIndex, describedBy } = props;
  const isChosen = line === chosen;
  const press = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
    if (owner !== undefined && getSelection()?.isCollapsed !== false) props.onPress(owner.line);
  };
  const classes = ['line', owner?.note && 'explained', isChosen && 'chosen'];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a wider target for the link in it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a wider target for the link in it.
    <div
      className={classes.filter(Boolean).join(' ')}
      id={isAddressed ? lineId(view.file, line) : undefined}
      data-line={line}
      onClick={isLive ? press : undefined}
    >
      {owner?.line === line && (
        <a
          href={`#${lineId(view.file, line)}`}
          aria-label={owner.note ? `Line ${line}: ${plainText(owner.note.title)}` : `Line ${line}`}
          ref={link}
          tabIndex={tabIndex}
          aria-describedby={describedBy}
          aria-current={isLive && isChosen ? 'step' : undefined}
          onKeyDown={props.onKeyDown}
        >
          {line}
        </a>
      )}
      {props.code(tokens, line)}
    </div>
  );
}
