/** The reader's numbers of the page's section: keeps them, has the worker say what follows, and puts it into the page. */
import {
  asReaderNumbers,
  type BoundedEntry,
  entriesByKey,
  keptNumbers,
  NUMBERS_PART,
  type NumberList,
  readKeptNumbers,
  readNumbersQuery,
  type SectionFigures,
  withNumberAt,
  withReaderNumbers,
} from '../../figures/index.ts';
import type { Origin } from '../../listing/index.ts';
import type { FiguresAnswer, Reply } from '../../listing/live/index.ts';
import {
  announce,
  changeHistory,
  forget,
  type History,
  type HistoryAction,
  recall,
  remember,
  setSectionValues,
  showInAddress,
  startHistory,
  widgetStates,
} from '../../reader/index.ts';
import { parseSlot, withMinusSigns } from '../../slots/index.ts';
import { figuresClient } from '../../worker/index.ts';
import { fragmentWithNumbers } from './numbers-fragment.ts';
import { PagePlaces } from './page-places.ts';
import { programNumbers } from './program-numbers.ts';

/** A number that the reader has asked about. */
export interface AskedNumber {
  readonly slot: string;
  readonly cell?: number;
  /** Undefined while it is looked for, and where none is known. */
  readonly origin?: Origin;
}

/** What the panel and the bar show. */
export interface NumbersState {
  readonly numbers: NumberList;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** False where the device keeps nothing. */
  readonly isKept: boolean;
  readonly asked?: AskedNumber;
  /** Why nothing follows: the figures do not run, or what runs them failed. */
  readonly problem?: string;
}

/** An answer takes a fraction of this on a slow device. */
const PATIENCE_MS = 3000;
/** The address follows a change when it rests. */
const ADDRESS_PAUSE_MS = 400;

export class SectionNumbers {
  readonly data: SectionFigures;
  readonly entries: ReadonlyMap<string, BoundedEntry>;
  readonly places: PagePlaces;
  readonly #name: string;
  readonly #client = figuresClient({ patience: PATIENCE_MS });
  readonly #listeners = new Set<() => void>();
  /** Figures whose changes are not yet in the whole page. */
  readonly #dirty = new Set<string>();
  #history: History<NumberList> = startHistory<NumberList>([]);
  #state: NumbersState = { numbers: [], canUndo: false, canRedo: false, isKept: true };
  #round = 0;
  #addressWaits: ReturnType<typeof setTimeout> | undefined;

  /** @param name under which the device keeps the numbers */
  constructor(data: SectionFigures, name: string) {
    this.data = data;
    this.entries = entriesByKey(data.adjustable);
    this.#name = name;
    this.places = new PagePlaces(data);
  }

  /** Evaluates the book's numbers, then takes up those of the address or, without any there, those that were kept. */
  async start(): Promise<void> {
    const reply = await this.#client.ask({
      kind: 'figures',
      text: this.data.text,
      slots: this.places.slots,
    });
    if (reply.kind !== 'answer') {
      this.#show({ problem: reply.kind === 'failed' ? reply.message : 'It was stopped.' });
      return;
    }
    this.places.takeBook(reply.answer.results);
    const { problem } = reply.answer;
    if (problem !== undefined) this.#show({ problem });
    const takeUp = () => {
      const query = widgetStates(location.hash).get(NUMBERS_PART);
      const addressed = query === undefined ? [] : readNumbersQuery(query, this.entries);
      if (addressed.length > 0) this.#act({ type: 'change', to: () => addressed });
    };
    const kept = readKeptNumbers(recall(this.#name), this.entries);
    if (kept.length > 0) this.#act({ type: 'change', to: () => kept });
    takeUp();
    addEventListener('hashchange', takeUp);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): NumbersState => this.#state;

  /** Puts another number in the place of an entry's; changes of one gesture are undone together. */
  change(key: string, number: string, gesture?: string): void {
    this.#act({ type: 'change', to: (numbers) => withNumberAt(numbers, this.entries, key, number), gesture });
  }

  settle(): void {
    this.#act({ type: 'settle' });
  }

  undo(): void {
    this.#act({ type: 'undo' });
  }

  redo(): void {
    this.#act({ type: 'redo' });
  }

  /** Brings the book's numbers back; that can be undone. */
  reset(): void {
    this.#act({ type: 'change', to: () => [] });
  }

  /** Returns the address of this page with the reader's numbers in it. */
  link(): string {
    return new URL(
      fragmentWithNumbers(location.hash, this.#history.present, this.entries) || location.pathname,
      location.href,
    ).href;
  }

  /** Finds out where the value of a slot comes from, or one cell of it. */
  async ask(slot: string, cell?: number): Promise<void> {
    this.#show({ asked: { slot, ...(cell !== undefined && { cell }) } });
    await this.#follow();
  }

  forgetAsked(): void {
    const { asked: _, ...state } = this.#state;
    this.#state = state;
    this.#tell();
  }

  #act(action: HistoryAction<NumberList>): void {
    const before = this.#history.present;
    this.#history = changeHistory(this.#history, action);
    const { present, past, future, gesture } = this.#history;
    const isKept = this.#keep(present);
    this.#show({
      numbers: present,
      canUndo: past.length > 0 || gesture !== undefined,
      canRedo: future.length > 0,
      isKept,
    });
    const names = changedNames(before, present, this.entries);
    if (names.length === 0) return;
    for (const name of names) this.#dirty.add(name);
    clearTimeout(this.#addressWaits);
    this.#addressWaits = setTimeout(
      () => showInAddress(fragmentWithNumbers(location.hash, this.#history.present, this.entries)),
      ADDRESS_PAUSE_MS,
    );
    void this.#follow();
  }

  #keep(numbers: NumberList): boolean {
    if (numbers.length > 0) return remember(this.#name, keptNumbers(numbers, this.entries));
    forget(this.#name);
    return true;
  }

  /**
   * Shows what follows from the present numbers: first what is in view, then the rest, which is evaluated meanwhile. A newer
   * change overtakes it.
   */
  async #follow(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const numbers = this.#history.present;
    const text = withReaderNumbers(this.data.text, this.data.adjustable, asReaderNumbers(numbers));
    const on = [...this.#dirty];
    const { asked } = this.#state;
    const changed = new Set<number>();
    const askAbout = (places: readonly number[], number?: AskedNumber) =>
      this.#client.ask({
        kind: 'figures',
        text,
        slots: [],
        dependent: { slots: this.places.slotsAt(places), on },
        ...(number && { about: { ...questionAbout(number), hues: this.data.hues } }),
      });
    // A question about a number alone changes no place.
    const [inView, others] = on.length === 0 ? [[], []] : this.places.groups();
    const first = inView.length === 0 ? undefined : await askAbout(inView);
    if (round !== this.#round || (first !== undefined && !this.#isAnswered(first))) return;
    const rest = askAbout(others, asked);
    if (first !== undefined) for (const number of this.#take(first.answer, true)) changed.add(number);
    const last = await rest;
    if (round !== this.#round || !this.#isAnswered(last)) return;
    const isFirst = first === undefined && on.length > 0;
    for (const number of this.#take(last.answer, isFirst)) changed.add(number);
    if (asked) this.#showOrigin(asked, last.answer.origin);
    if (this.#dirty.size > 0) announce(() => this.#said(changed.size), 'at rest');
    this.#dirty.clear();
  }

  /** Returns whether a reply brings an answer; shows why one has failed. */
  #isAnswered(reply: Reply<FiguresAnswer>): reply is Extract<Reply<FiguresAnswer>, { kind: 'answer' }> {
    if (reply.kind === 'failed') this.#show({ problem: reply.message });
    return reply.kind === 'answer';
  }

  /**
   * Shows an answer in the page. Returns the numbers of the places that it changes.
   *
   * @param isFirst whether programs have not yet been given the present numbers
   */
  #take({ results, problem }: FiguresAnswer, isFirst: boolean): ReadonlySet<number> {
    const changed = this.places.take(results);
    const { numbers } = this.#state;
    if (isFirst || this.places.hasWidget(changed))
      setSectionValues({
        widgets: this.places.changedWidgets(),
        programs: programNumbers(this.data, this.entries, numbers),
      });
    if (problem !== this.#state.problem) {
      const { problem: _, ...state } = this.#state;
      this.#state = { ...state, ...(problem !== undefined && { problem }) };
      this.#tell();
    }
    return changed;
  }

  #showOrigin(asked: AskedNumber, origin: Origin | undefined): void {
    const now = this.#state.asked;
    if (now?.slot !== asked.slot || now.cell !== asked.cell) return;
    const { slot, cell } = asked;
    this.#show({ asked: { slot, ...(cell !== undefined && { cell }), ...(origin && { origin }) } });
  }

  #said(count: number): string {
    const { numbers } = this.#state;
    const follow = `${count} ${count === 1 ? 'place' : 'places'} of the text ${count === 1 ? 'follows' : 'follow'}.`;
    if (numbers.length === 0) return `The book’s numbers are back. ${follow}`;
    return `${numbers.map(([key, number]) => `${key} is ${withMinusSigns(number)}`).join(', ')}. ${follow}`;
  }

  #show(change: Partial<NumbersState>): void {
    this.#state = { ...this.#state, ...change };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function questionAbout({ slot, cell }: AskedNumber) {
  return { expression: parseSlot(slot).expression, ...(cell !== undefined && { cell }) };
}

function changedNames(
  before: NumberList,
  after: NumberList,
  entries: ReadonlyMap<string, BoundedEntry>,
): string[] {
  const [old, now] = [new Map(before), new Map(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
  return [...new Set(keys.flatMap((key) => entries.get(key)?.name ?? []))];
}
