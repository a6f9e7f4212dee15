/** What a position needs to know of a view: where one may stop, and which lines have a panel. */
import type { ListingView, Panel, TokenLine } from '../../listing/index.ts';
import type { Course } from './position.ts';

export function courseOf({ stops, panels }: ListingView): Course {
  const explained = new Set(panels.filter(({ note }) => note !== undefined).map(({ line }) => line));
  const shown = new Set(panels.map(({ line }) => line));
  return {
    // A statement that does nothing to see, such as `pass`, has no panel.
    stops: stops
      .filter(({ line }) => shown.has(line))
      .map(({ step, line }) => ({ step, line, isExplained: explained.has(line) })),
    lines: panels.map(({ line }) => line),
  };
}

/** Returns the panel of the statement that a line belongs to. */
export function panelOfLine({ panels }: ListingView, line: number): Panel | undefined {
  return panels.find((panel) => panel.line <= line && line <= panel.end);
}

/** Returns the lines that are shown: the line feed that ends a program begins no line of its own. */
export function shownLines(lines: readonly TokenLine[]): readonly TokenLine[] {
  return lines.length > 1 && lines.at(-1)?.every(({ text }) => text === '') ? lines.slice(0, -1) : lines;
}
