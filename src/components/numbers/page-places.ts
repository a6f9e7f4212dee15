/** The places of the page that follow the reader's numbers: what their slots are worth, and the elements that show it. */
import { type Place, type SectionFigures, shownAt, slotsOf } from '../../figures/index.ts';
import type { SlotResult } from '../../slots/index.ts';
import { watchBlocksInView } from './in-view.ts';
import { elementsOf, type PlaceElements, patchPlace } from './patch-place.ts';

export class PagePlaces {
  readonly #places: readonly Place[];
  /** The slots of each place. */
  readonly #slots: readonly (readonly string[])[];
  readonly #blocksInView = watchBlocksInView();
  readonly #elements = new Map<number, PlaceElements>();
  readonly #placesOfSlot = new Map<string, number[]>();
  readonly #book = new Map<string, SlotResult>();
  readonly #results = new Map<string, SlotResult>();
  /** The slots whose values are others than the book's. */
  readonly #changedSlots = new Set<string>();

  /** Finds the elements of all places in the page as the build made it. */
  constructor({ places }: SectionFigures) {
    this.#places = places;
    this.#slots = places.map(slotsOf);
    for (const first of document.querySelectorAll('[data-n]')) {
      const number = Number(first.getAttribute('data-n'));
      const place = places[number];
      if (place !== undefined) this.#elements.set(number, elementsOf(first, place));
    }
    for (const [number, slots] of this.#slots.entries())
      for (const slot of slots) {
        const numbers = this.#placesOfSlot.get(slot) ?? [];
        numbers.push(number);
        this.#placesOfSlot.set(slot, numbers);
      }
  }

  /** Every slot of the section, once. */
  get slots(): readonly string[] {
    return [...this.#placesOfSlot.keys()];
  }

  /** Takes up what the slots are worth for the book's numbers, which the page shows. */
  takeBook(results: FigureResults): void {
    for (const [slot, result] of results) {
      this.#book.set(slot, result);
      this.#results.set(slot, result);
    }
  }

  /** Takes up results and patches the places that they change. Returns the numbers of those. */
  take(results: FigureResults): ReadonlySet<number> {
    const changed = new Set<number>();
    for (const [slot, result] of results) {
      if (isSame(this.#results.get(slot), result)) continue;
      this.#results.set(slot, result);
      if (isSame(this.#book.get(slot), result)) this.#changedSlots.delete(slot);
      else this.#changedSlots.add(slot);
      for (const number of this.#placesOfSlot.get(slot) ?? []) changed.add(number);
    }
    for (const number of changed) this.redraw(number);
    return changed;
  }

  /** Returns the kind of a place, and its elements as they stand in the page now. */
  placeAt(number: number): { readonly place: Place; readonly elements: PlaceElements } | undefined {
    const place = this.#places[number];
    const elements = this.#elements.get(number);
    return place === undefined || elements === undefined ? undefined : { place, elements };
  }

  /** Returns the value of a slot for the present numbers. */
  resultOf(slot: string): SlotResult | undefined {
    return this.#results.get(slot);
  }

  /** Draws a place again from the same values, so that its elements tell which slot they show. */
  redraw(number: number): PlaceElements {
    const { place, elements = [] } = this.placeAt(number) ?? {};
    if (place === undefined || !this.slotsAt([number]).every((slot) => this.#results.has(slot)))
      return elements;
    const redrawn = patchPlace(elements, place, shownAt(place, this.#results));
    this.#elements.set(number, redrawn);
    this.#mark(number);
    return redrawn;
  }

  /** Returns the numbers of the places in view, and those of all others. */
  groups(): readonly [inView: readonly number[], others: readonly number[]] {
    const inView = this.#blocksInView().flatMap((block) =>
      [...block.querySelectorAll('[data-n]')].map((element) => Number(element.getAttribute('data-n'))),
    );
    const seen = new Set(inView);
    const others = [...this.#places.keys()].filter((number) => !seen.has(number));
    return [inView, others];
  }

  /** Returns the slots of these places, each once. */
  slotsAt(numbers: readonly number[]): readonly string[] {
    return [...new Set(numbers.flatMap((number) => this.#slots[number] ?? []))];
  }

  /** Returns the starting figures of the widgets whose figures the reader has changed, by the number of their place. */
  changedWidgets(): Map<number, unknown> {
    const widgets = new Map<number, unknown>();
    for (const [number, place] of this.#places.entries()) {
      if (place.kind !== 'widget' || !this.#isChanged(number)) continue;
      const shown = shownAt(place, this.#results);
      if (shown.kind === 'widget') widgets.set(number, shown.figures);
    }
    return widgets;
  }

  /** Returns whether one of these places is a widget. */
  hasWidget(numbers: Iterable<number>): boolean {
    return [...numbers].some((number) => this.#places[number]?.kind === 'widget');
  }

  #isChanged(number: number): boolean {
    return this.slotsAt([number]).some((slot) => this.#changedSlots.has(slot));
  }

  #mark(number: number): void {
    const { place, elements } = this.placeAt(number) ?? {};
    if (place === undefined || place.kind === 'claim') return;
    const isChanged = this.#isChanged(number);
    for (const element of elements ?? []) element.toggleAttribute('data-changed', isChanged);
  }
}

type FigureResults = Iterable<readonly [slot: string, result: SlotResult]>;

function isSame(a: SlotResult | undefined, b: SlotResult | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
