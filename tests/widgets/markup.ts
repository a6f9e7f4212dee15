/** What a widget shows in one state, read out of its markup as a reader would meet it. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Controls } from '../../src/widgets/base/index.ts';

const nothing = () => undefined;

/** The controls of a widget whose script runs, for a picture of one state. */
export function liveControls<S>(state: S): Controls<S> {
  const actions = { change: nothing, settle: nothing, cancel: nothing, undo: nothing, redo: nothing };
  return {
    ...actions,
    reset: nothing,
    canUndo: false,
    canRedo: false,
    canReset: false,
    link: () => '',
    live: true,
    resting: state,
  } as Controls<S>;
}

/** The controls before a script runs: cells are text, and say nothing besides. */
export function stillControls<S>(state: S): Controls<S> {
  return { ...liveControls(state), live: false };
}

/** The tables of cells, by the words that name them: what each cell shows, row by row. */
export function shownTables(html: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const tables = new Map<string, readonly (readonly string[])[]>();
  for (const [, table = ''] of html.matchAll(/<table[^>]*>(.*?)<\/table>/gs)) {
    const caption = plain(/<caption[^>]*>(.*?)<\/caption>/s.exec(table)?.[1] ?? '');
    const body = /<tbody>(.*?)<\/tbody>/s.exec(table)?.[1] ?? '';
    const rows = [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => seen(cell)),
    );
    tables.set(caption, rows);
  }
  return tables;
}

/** The text of an element without what only screen readers meet. */
function seen(html: string): string {
  return plain(html.replaceAll(/<span class="(visually-hidden|matrix-said)"[^>]*>.*?<\/span>/gs, ''));
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('\u00a0', '')
    .replaceAll('&#x27;', '’')
    .replaceAll('&amp;', '&')
    .trim();
}

/** The words that a formula or a cell says to those who listen. */
export function spokenSums(html: string): readonly string[] {
  return [...html.matchAll(/role="math" aria-label="([^"]*)"/g)].map(([, words = '']) => words);
}

export function markup(element: ReactElement): string {
  return renderToStaticMarkup(element);
}
