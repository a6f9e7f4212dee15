/** The reader's numbers of the page's section: keeps them, has the worker say what follows, and puts it into the page. */
import {
  asReaderNumbers,
  type BoundedEntry,
  entriesByKey,
  keptNumbers,
  NUMBERS_PART,
  type NumberList,
  numbersQuery,
  type Place,
  readKeptNumbers,
  readNumbersQuery,
  type SectionFigures,
  shownAt,
  slotsOf,
  withNumberAt,
  withReaderNumbers,
} from '../../figures/index.ts';
import type { Origin } from '../../listing/index.ts';
import type { FiguresAnswer } from '../../listing/live/index.ts';
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
  withWidgetState,
} from '../../reader/index.ts';
import { parseSlot, type SlotResult, withMinusSigns } from '../../slots/index.ts';
import { figuresClient } from '../../worker/index.ts';
import { blocksInView } from './in-view.ts';
import { elementsOf, type PlaceElements, patchPlace } from './patch-place.ts';
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

/** The slots of a group take a fraction of this on a slow device. */
const PATIENCE_MS = 3000;
/** So many places at once: a newer change waits for those under way. */
const GROUP = 60;

/** The address follows a change when it rests. */
const ADDRESS_PAUSE_MS = 400;

export class SectionNumbers {
  readonly data: SectionFigures;
  readonly entries: ReadonlyMap<string, BoundedEntry>;
  readonly #name: string;
  readonly #client = figuresClient({ patience: PATIENCE_MS });
  readonly #elements = new Map<number, PlaceElements>();
  readonly #placesOfSlot = new Map<string, number[]>();
  readonly #book = new Map<string, SlotResult>();
  readonly #results = new Map<string, SlotResult>();
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
    for (const first of document.querySelectorAll('[data-n]')) {
      const number = Number(first.getAttribute('data-n'));
      const place = data.places[number];
      if (place !== undefined) this.#elements.set(number, elementsOf(first, place));
    }
    for (const [number, place] of data.places.entries())
      for (const slot of slotsOf(place)) {
        const numbers = this.#placesOfSlot.get(slot) ?? [];
        numbers.push(number);
        this.#placesOfSlot.set(slot, numbers);
      }
  }

  /** Evaluates the book's numbers, then takes up those of the address or, without any there, those that were kept. */
  async start(): Promise<void> {
    const reply = await this.#client.ask({
      kind: 'figures',
      text: this.data.text,
      slots: [...this.#placesOfSlot.keys()],
    });
    if (reply.kind !== 'answer') {
      this.#show({ problem: reply.kind === 'failed' ? reply.message : 'It was stopped.' });
      return;
    }
    for (const [slot, result] of reply.answer.results) {
      this.#book.set(slot, result);
      this.#results.set(slot, result);
    }
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

  /** The address of this page with the reader's numbers in it. */
  link(): string {
    return new URL(this.#fragment() || location.pathname, location.href).href;
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

  /** The kind of a place, and its elements as they stand in the page now. */
  placeAt(number: number): { readonly place: Place; readonly elements: PlaceElements } | undefined {
    const place = this.data.places[number];
    const elements = this.#elements.get(number);
    return place === undefined || elements === undefined ? undefined : { place, elements };
  }

  /** The value of a slot for the present numbers. */
  resultOf(slot: string): SlotResult | undefined {
    return this.#results.get(slot);
  }

  /** Draws a place again from the same values, so that its elements tell which slot they show. */
  redraw(number: number): PlaceElements {
    const { place, elements = [] } = this.placeAt(number) ?? {};
    if (place === undefined || !slotsOf(place).every((slot) => this.#results.has(slot))) return elements;
    const redrawn = patchPlace(elements, place, shownAt(place, this.#results));
    this.#elements.set(number, redrawn);
    this.#mark(number);
    return redrawn;
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
    this.#addressWaits = setTimeout(() => showInAddress(this.#fragment()), ADDRESS_PAUSE_MS);
    void this.#follow();
  }

  #keep(numbers: NumberList): boolean {
    if (numbers.length > 0) return remember(this.#name, keptNumbers(numbers, this.entries));
    forget(this.#name);
    return true;
  }

  #fragment(): string {
    const { present } = this.#history;
    if (present.length > 0)
      return withWidgetState(location.hash, `#${NUMBERS_PART}?${numbersQuery(present, this.entries)}`);
    const others = [...widgetStates(location.hash)].filter(([part]) => part !== NUMBERS_PART);
    if (others.length > 0) return `#${others.map(([part, query]) => `${part}?${query}`).join('&')}`;
    return widgetStates(location.hash).has(NUMBERS_PART) ? '' : location.hash;
  }

  /** Shows what follows from the present numbers: first what is in view, then the rest. A newer change overtakes it. */
  async #follow(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const numbers = this.#history.present;
    const text = withReaderNumbers(this.data.text, this.data.adjustable, asReaderNumbers(numbers));
    const on = [...this.#dirty];
    const changed = new Set<number>();
    // A question about a number alone changes no place.
    const groups = on.length === 0 ? [[]] : this.#groups();
    for (const [k, group] of groups.entries()) {
      const slots = [...new Set(group.flatMap((number) => this.#slotsAt(number)))];
      const isLast = k === groups.length - 1;
      const { asked } = this.#state;
      const about = isLast && asked && { ...questionAbout(asked), hues: this.data.hues };
      const reply = await this.#client.ask({
        kind: 'figures',
        text,
        slots: [],
        dependent: { slots, on },
        ...(about && { about }),
      });
      if (round !== this.#round) return;
      if (reply.kind === 'failed') this.#show({ problem: reply.message });
      if (reply.kind !== 'answer') return;
      for (const number of this.#take(reply.answer)) changed.add(number);
      if (isLast && asked) this.#showOrigin(asked, reply.answer.origin);
    }
    if (this.#dirty.size > 0) announce(() => this.#said(changed.size), 'at rest');
    this.#dirty.clear();
  }

  /** The numbers of the places in view, then of all others, in groups. */
  #groups(): readonly (readonly number[])[] {
    const inView = blocksInView().flatMap((block) =>
      [...block.querySelectorAll('[data-n]')].map((element) => Number(element.getAttribute('data-n'))),
    );
    const seen = new Set(inView);
    const others = [...this.data.places.keys()].filter((number) => !seen.has(number));
    const count = Math.max(1, Math.ceil(others.length / GROUP));
    return [inView, ...Array.from({ length: count }, (_, k) => others.slice(k * GROUP, (k + 1) * GROUP))];
  }

  #slotsAt(number: number): readonly string[] {
    const place = this.data.places[number];
    return place === undefined ? [] : slotsOf(place);
  }

  /** Takes up results and patches the places that they change. Returns the numbers of those. */
  #take({ results, problem }: FiguresAnswer): ReadonlySet<number> {
    const changed = new Set<number>();
    for (const [slot, result] of results) {
      if (isSame(this.#results.get(slot), result)) continue;
      this.#results.set(slot, result);
      for (const number of this.#placesOfSlot.get(slot) ?? []) changed.add(number);
    }
    for (const number of changed) this.redraw(number);
    const { numbers } = this.#state;
    setSectionValues({
      widgets: this.#widgets(),
      programs: programNumbers(this.data, this.entries, numbers),
    });
    if (problem !== this.#state.problem) {
      const { problem: _, ...state } = this.#state;
      this.#state = { ...state, ...(problem !== undefined && { problem }) };
      this.#tell();
    }
    return changed;
  }

  #isChanged(number: number): boolean {
    return this.#slotsAt(number).some((slot) => !isSame(this.#results.get(slot), this.#book.get(slot)));
  }

  #mark(number: number): void {
    const { place, elements } = this.placeAt(number) ?? {};
    if (place === undefined || place.kind === 'claim') return;
    const isChanged = this.#isChanged(number);
    for (const element of elements ?? []) element.toggleAttribute('data-changed', isChanged);
  }

  #widgets(): Map<number, unknown> {
    const widgets = new Map<number, unknown>();
    for (const [number, place] of this.data.places.entries()) {
      if (place.kind !== 'widget' || !this.#isChanged(number)) continue;
      const shown = shownAt(place, this.#results);
      if (shown.kind === 'widget') widgets.set(number, shown.figures);
    }
    return widgets;
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

function isSame(a: SlotResult | undefined, b: SlotResult | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
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
