/** Where a number comes from: its statement, its worked sum and what went in, back to the literals. */
import type { Program } from './program.ts';
import { unfold } from './unfold.ts';

/** Shows, below the state that `cell` stands in, where its value comes from. */
export function showOrigin(program: Program, cell: Element): void {
  const note = cell.closest<HTMLElement>('.note');
  const value = cell.closest<HTMLElement>('.value');
  if (!note || !value) return;
  const cells = [...value.querySelectorAll('tbody td, .value-text')];
  const index = cells.indexOf(cell);
  const written = value.dataset['from'] ?? note.dataset['line'] ?? '';
  const before = Number(cell.closest<HTMLElement>('.turn')?.dataset['step'] ?? Number.POSITIVE_INFINITY);
  const name = `${value.dataset['name']}${cells.length > 1 ? place(cell) : ''}`;
  const box = note.querySelector('.origin') ?? note.appendChild(element('div', 'origin'));
  const number = cell.querySelector('.matrix-value')?.textContent ?? cell.textContent;
  const heading = element('p');
  heading.append(element('b', '', `${name} = ${number.trim()}`), ' comes from');
  box.replaceChildren(heading, history(program, written, { index, count: cells.length, before }, new Set()));
}

/** `[1, 0]`, or `[2]` for a vector. */
function place(cell: Element): string {
  const row = cell.parentElement;
  const columns = [...(row?.querySelectorAll('td') ?? [])];
  const rows = [...(row?.parentElement?.children ?? [])];
  const column = columns.indexOf(cell as HTMLTableCellElement);
  return rows.length > 1 ? `[${row ? rows.indexOf(row) : 0}, ${column}]` : `[${column}]`;
}

interface Wanted {
  readonly index: number;
  readonly count: number;
  readonly before: number;
}

/** A statement, the worked lines of one entry, and the same of every statement that wrote what it used. */
function history(program: Program, line: string, wanted: Wanted | undefined, seen: Set<string>): HTMLElement {
  const item = element('div', 'origin-step');
  const link = element('a', '', `line ${line}`);
  link.setAttribute('href', `#${program.file}:${line}`);
  item.append(link, ' ', element('code', '', statement(program, line)));
  const note = program.notes.find((one) => one.dataset['line'] === line);
  if (!note || seen.has(line)) return item;
  seen.add(line);
  if (wanted) for (const sum of workedLines(note, wanted)) item.append(sum.cloneNode(true));
  for (const use of (note.dataset['uses'] ?? '').split(' ').filter(Boolean))
    item.append(history(program, use.split(':')[1] ?? '', undefined, seen));
  return item;
}

/** The lines for the wanted entry: one of as many as there are entries, or the only one. */
function workedLines(note: HTMLElement, { index, count, before }: Wanted): Element[] {
  unfold(note);
  const turns = [...note.querySelectorAll<HTMLElement>('.turn')];
  const turn = turns.findLast(({ dataset }) => Number(dataset['step']) <= before) ?? turns[0];
  return [...(turn?.querySelectorAll('.work') ?? [])].flatMap((work) => {
    const lines = [...work.querySelectorAll('p')];
    return (lines.length === count ? lines[index] : lines.length === 1 ? lines[0] : undefined) ?? [];
  });
}

function statement({ root }: Program, line: string): string {
  return root.querySelector(`.line[data-line="${line}"] > code`)?.textContent?.trim() ?? '';
}

function element(tag: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
