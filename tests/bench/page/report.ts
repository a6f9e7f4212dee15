/** The table of figures: what each page came to, beside what the book's page is held to. */
import { table } from '../table.ts';
import { type Figure, figures, type Target } from './figures.ts';
import type { Quantity } from './quantities.ts';
import type { RivalName } from './rivals.ts';

/** The value of a quantity for a page; undefined where it was not measured or means nothing there. */
export type Value = (rival: RivalName, quantity: Quantity) => number | undefined;

const HEAD = ['figure', 'target', 'Starlight', 'Mafs alone', 'empty page', 'now', 'ratio', 'met'];
const NAMES: Readonly<Record<RivalName, string>> = {
  book: 'the book',
  starlight: 'Starlight',
  mafs: 'Mafs',
  empty: 'empty',
};

export function report(value: Value): string {
  const measured = figures.filter(({ of }) => value('book', of) !== undefined);
  return table(
    HEAD,
    measured.map((figure) => row(figure, value)),
  );
}

function row({ name, of, unit, target }: Figure, value: Value): string[] {
  const now = value('book', of) ?? Number.NaN;
  const other = 'rival' in target ? value(target.rival, of) : undefined;
  const ratio = other === undefined ? undefined : now / other;
  const cell = (rival: RivalName) => shown(value(rival, of), unit);
  return [
    name,
    targetText(target, unit),
    ...(['starlight', 'mafs', 'empty', 'book'] as const).map(cell),
    ratio === undefined ? '' : ratio.toFixed(2),
    // A layout shift is compared as it is shown, to three decimals.
    verdict(target, unit === 'shift' ? Number(shown(now, unit)) : now, ratio),
  ];
}

function verdict(target: Target, now: number, ratio = Number.NaN): string {
  const said = (isMet: boolean) => (isMet ? 'yes' : 'no');
  switch (target.kind) {
    case 'at most':
      return said(now <= target.limit);
    case 'at least':
      return said(now >= target.limit);
    case 'times':
      return said(ratio <= target.limit);
    case 'as many as':
      return said(ratio >= 1);
    case 'none':
      return '';
    default:
      return target satisfies never;
  }
}

function targetText(target: Target, unit: Figure['unit']): string {
  switch (target.kind) {
    case 'at most':
      return `≤ ${shown(target.limit, unit)}`;
    case 'at least':
      return `≥ ${shown(target.limit, unit)}`;
    case 'none':
      return '';
    case 'as many as':
      return `≥ ${NAMES[target.rival]}`;
    case 'times':
      return `≤ ${target.limit} × ${NAMES[target.rival]} (${shown(target.there, unit)})`;
    default:
      return target satisfies never;
  }
}

function shown(value: number | undefined, unit: Figure['unit']): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  switch (unit) {
    case 'kB':
      return `${(value / 1000).toFixed(value < 100_000 ? 1 : 0)} kB`;
    case 'ms':
      return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
    case 's':
      return `${(value / 1000).toFixed(2)} s`;
    case 'score':
    case 'a second':
      return value.toFixed(0);
    case 'shift':
      return value.toFixed(3);
    default:
      return unit satisfies never;
  }
}
