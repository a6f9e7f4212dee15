/** `<book-listing>`: an annotated program that is readable as it stands, and with a script can be stepped through. */
import { copyText, showInAddress } from '../../reader/index.ts';
import { stayAt } from '../page/stay-at.ts';
import { showEntry } from './entries.ts';
import { keepLibrary } from './library-choice.ts';
import { showOrigin } from './origin.ts';
import { offerPlay } from './player.ts';
import { Program } from './program.ts';
import { unfold } from './unfold.ts';

const NARROW = '(max-width: 59.99rem)';
const MOVES = { ArrowUp: -1, ArrowDown: 1, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY };

class ListingElement extends HTMLElement {
  connectedCallback(): void {
    const programs = [...this.querySelectorAll<HTMLElement>('.program')].map((root) => new Program(root));
    for (const program of programs) {
      offerLines(program);
      offerControls(program);
      offerNumbers(program);
      offerCopy(program);
    }
    const follow = () => this.#follow(programs);
    addEventListener('hashchange', follow);
    follow();
    // Paper has everything.
    const print = matchMedia('print');
    const unfoldAll = () => {
      for (const { notes } of programs) for (const note of notes) unfold(note);
    };
    addEventListener('beforeprint', unfoldAll);
    print.addEventListener('change', () => print.matches && unfoldAll());
  }

  /** Shows the line that the address names. */
  #follow(programs: readonly Program[]): void {
    const [, file, line] = /^#(.+\.py):(\d+)$/.exec(location.hash) ?? [];
    const program = programs.find((one) => one.file === file);
    if (!program || line === undefined) return;
    const tab = program.root.previousElementSibling?.querySelector('input');
    if (tab) tab.checked = true;
    program.choose(Number(line), true);
    stayAt(program.root.querySelector(`.line[data-line="${line}"]`), 'center');
  }
}

function offerLines(program: Program): void {
  const code = program.root.querySelector<HTMLElement>('.code');
  code?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const [, line] = /:(\d+)$/.exec(link?.getAttribute('href') ?? '') ?? [];
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.line') : null;
    const own = row && lineOfRow(row);
    const wanted = line === undefined ? own : Number(line);
    if (wanted === undefined || wanted === null || !getSelection()?.isCollapsed) return;
    if (link) event.preventDefault();
    const again = row?.classList.contains('chosen') && program.root.classList.contains('opened');
    if (again && matchMedia(NARROW).matches) program.close();
    else program.choose(wanted);
    showInAddress(`#${program.file}:${wanted}`);
    if (!row && link) program.root.querySelector<HTMLElement>('.line.chosen > a')?.focus();
  });
  code?.addEventListener('keydown', (event) => {
    const move = Object.entries(MOVES).find(([key]) => key === event.key)?.[1];
    const links = [...code.querySelectorAll<HTMLElement>('.line > a')].filter((link) => link.offsetParent);
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (move === undefined || at < 0) return;
    event.preventDefault();
    const link = links[Math.max(0, Math.min(links.length - 1, at + move))];
    program.choose(Number(link?.textContent));
    link?.focus();
  });
}

/** A line of a longer statement belongs to the statement's first line. */
function lineOfRow(row: HTMLElement): number | undefined {
  let at: Element | null = row;
  while (at && !at.querySelector(':scope > a')) {
    at = at.previousElementSibling;
    if (!row.classList.contains('explained') || at?.classList.contains('note')) return undefined;
  }
  return at instanceof HTMLElement ? Number(at.dataset['line']) : undefined;
}

function offerControls(program: Program): void {
  const controls = program.root.querySelector<HTMLElement>('.controls');
  const play = controls?.querySelector<HTMLButtonElement>('[data-play]');
  const speed = controls?.querySelector<HTMLButtonElement>('[data-speed]');
  const only = controls?.querySelector<HTMLButtonElement>('.only');
  const variables = program.root.querySelector<HTMLDetailsElement>('.variables');
  if (!controls || !play || !speed || !only || !variables) return;
  controls.hidden = false;
  variables.hidden = false;
  const pause = offerPlay(program, play, speed);
  for (const button of controls.querySelectorAll<HTMLElement>('[data-go]'))
    button.addEventListener('click', () => {
      pause();
      program.go(button.dataset['go'] as 'first' | 'back' | 'forward' | 'last');
    });
  only.addEventListener('click', () => {
    only.ariaPressed = String(program.root.classList.toggle('only-explained'));
  });
  variables.addEventListener('toggle', () => program.showVariables());
}

const NUMBER = '.value tbody td, .value-text';

function offerNumbers(program: Program): void {
  const { root } = program;
  const show = (event: Event) => {
    const cell = event.target instanceof Element ? event.target.closest(NUMBER) : null;
    if (!cell?.closest('.note')) return;
    showOrigin(program, cell);
    if (cell !== document.activeElement) focusCell(cell as HTMLElement);
  };
  root.addEventListener('click', show);
  root.addEventListener('focusin', show);
  root.addEventListener('click', showEntry);
  root.addEventListener('keydown', (event) => {
    const cell =
      event.target instanceof Element ? event.target.closest<HTMLElement>('.value tbody td') : null;
    if (event.key === 'Escape') root.querySelector('.note.chosen .origin')?.remove();
    if (cell) moveToCell(event, cell);
  });
}

/** Arrow keys go from number to number inside a grid. */
function moveToCell(event: KeyboardEvent, cell: HTMLElement): void {
  const rows = [...(cell.closest('tbody')?.rows ?? [])].map((row) => [...row.querySelectorAll('td')]);
  const row = rows.findIndex((cells) => cells.includes(cell as HTMLTableCellElement));
  const column = rows[row]?.indexOf(cell as HTMLTableCellElement) ?? -1;
  const next = {
    ArrowUp: rows[row - 1]?.[column],
    ArrowDown: rows[row + 1]?.[column],
    ArrowLeft: rows[row]?.[column - 1],
    ArrowRight: rows[row]?.[column + 1],
  }[event.key];
  if (!next) return;
  event.preventDefault();
  focusCell(next);
}

/** Among the numbers of one value, the Tab key stops at the one that was used last. */
function focusCell(cell: HTMLElement): void {
  for (const other of cell.closest('.value')?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? [])
    other.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus({ preventScroll: true });
}

function offerCopy({ root }: Program): void {
  const button = root.querySelector<HTMLButtonElement>('.copy');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const lines = [...root.querySelectorAll('.line > code')].map((line) => line.textContent);
    button.textContent = (await copyText(`${lines.join('\n')}\n`)) ? 'Copied' : 'Not allowed here';
    button.addEventListener('blur', () => (button.textContent = 'Copy'), { once: true });
  });
}

keepLibrary();
customElements.define('book-listing', ListingElement);
