/** One program in the page: the chosen line, its note, the steps, the console and the variables. */
import { announce } from '../../reader/index.ts';
import { outcome } from './outcome.ts';
import { showStep, unfold } from './unfold.ts';
import { showVariables } from './variables.ts';

/** An execution of a line: its place among all steps, the note that shows it, what has been printed when it is over. */
export interface Stop {
  readonly step: number;
  readonly printed: number;
  readonly note: HTMLElement;
}

export class Program {
  readonly root: HTMLElement;
  readonly file: string;
  readonly notes: readonly HTMLElement[];
  #at: number | undefined;

  constructor(root: HTMLElement) {
    this.root = root;
    this.file = root.dataset['file'] ?? '';
    this.notes = [...root.querySelectorAll<HTMLElement>('.note')];
    const chosen = root.querySelector<HTMLElement>('.note.chosen');
    if (chosen) unfold(chosen);
    this.#rove(root.querySelector('.line.chosen > a'));
  }

  /** Every step that may be stopped at, in the order of execution. */
  get stops(): Stop[] {
    const all = this.notes
      .filter((note) => !this.#onlyExplained || !note.classList.contains('plain'))
      .flatMap((note) =>
        (note.dataset['steps'] ?? '').split(' ').flatMap((pair) => {
          const [step, printed] = pair.split(':').map(Number);
          return step === undefined || printed === undefined ? [] : [{ step, printed, note }];
        }),
      );
    return all.sort((a, b) => a.step - b.step);
  }

  get #onlyExplained(): boolean {
    return this.root.classList.contains('only-explained');
  }

  get atEnd(): boolean {
    return this.#at !== undefined && this.#at >= (this.stops.at(-1)?.step ?? 0);
  }

  go(where: 'first' | 'back' | 'forward' | 'last', quietly = false): void {
    const { stops } = this;
    // A reader who has not stepped yet goes forward to the first step.
    const at = this.#at ?? -1;
    const stop = {
      first: () => stops[0],
      back: () => stops.findLast(({ step }) => step < at) ?? stops[0],
      forward: () => stops.find(({ step }) => step > at) ?? stops.at(-1),
      last: () => stops.at(-1),
    }[where]();
    if (stop) this.#stopAt(stop, quietly);
  }

  /** Chooses a line by its number; a line that never runs shows its note alone. */
  choose(line: number, quietly = false): void {
    const note = this.notes.find((one) => one.dataset['line'] === String(line));
    if (!note) return;
    const stop = this.stops.find((one) => one.note === note);
    if (stop) this.#stopAt(stop, quietly);
    else this.#show(note, quietly);
  }

  /** On a narrow screen a second tap on a line closes its note. */
  close(): void {
    this.root.classList.remove('opened');
  }

  sayWhere(): void {
    const note = this.root.querySelector('.note.chosen');
    const place = this.root.querySelector('.controls output')?.textContent ?? '';
    const title = note?.classList.contains('plain') ? '' : titleOf(note);
    announce([place, title, note && outcome(note)].filter(Boolean).join('. '));
  }

  #stopAt({ step, printed, note }: Stop, quietly: boolean): void {
    this.#at = step;
    this.#show(note, true);
    showStep(note, step);
    this.#print(printed);
    const { stops } = this;
    const place = stops.findIndex((stop) => stop.step === step) + 1;
    const status = this.root.querySelector('.controls output');
    if (status) status.textContent = `Line ${note.dataset['line']}, step ${place} of ${stops.length}`;
    if (!quietly) this.sayWhere();
    this.showVariables();
  }

  #show(note: HTMLElement, quietly: boolean): void {
    for (const chosen of this.root.querySelectorAll('.chosen')) chosen.classList.remove('chosen');
    unfold(note);
    note.classList.add('chosen');
    note.scrollTop = 0;
    this.root.classList.add('opened');
    const line = this.lineOf(note);
    line?.classList.add('chosen');
    this.#rove(line?.querySelector('a') ?? null);
    if (!quietly) announce(titleOf(note));
  }

  lineOf(note: HTMLElement): HTMLElement | null {
    return this.root.querySelector(`.line[data-line="${note.dataset['line']}"]`);
  }

  /** The Tab key stops at the chosen line alone; arrow keys go from line to line. */
  #rove(to: HTMLElement | null): void {
    for (const link of this.root.querySelectorAll<HTMLElement>('.line > a')) {
      link.tabIndex = link === to ? 0 : -1;
      if (link === to) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
  }

  /** What has not been printed yet keeps its room, so that nothing below moves. */
  #print(printed: number): void {
    const console = this.root.querySelector('.console pre');
    if (!console) return;
    const text = console.textContent;
    const later = document.createElement('span');
    later.className = 'later';
    later.ariaHidden = 'true';
    later.textContent = text.slice(printed);
    console.replaceChildren(text.slice(0, printed), later);
  }

  showVariables(): void {
    const details = this.root.querySelector<HTMLDetailsElement>('.variables');
    const box = details?.querySelector('div');
    if (details?.open && box) showVariables(box, this.stops, this.#at ?? Number.POSITIVE_INFINITY);
  }
}

function titleOf(note: Element | null): string {
  return note?.querySelector('.note-title')?.textContent?.trim() ?? '';
}
