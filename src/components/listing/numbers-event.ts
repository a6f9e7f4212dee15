/** How a figure hands its numbers to a listing: an event at the listing's element, once that is alive. */

/** The numbers of a figure, by the names that the listing's program has for them. */
export interface FigureNumbers {
  readonly values: ReadonlyMap<string, number | readonly number[] | readonly (readonly number[])[]>;
}

const NAME = 'figure-numbers';

export function giveNumbers(listing: Element, numbers: FigureNumbers): void {
  listing.dispatchEvent(new CustomEvent<FigureNumbers>(NAME, { detail: numbers }));
}

/** Calls `take` whenever a figure gives its numbers to the listing. */
export function onNumbers(
  listing: Element,
  take: (numbers: FigureNumbers) => void,
  signal: AbortSignal,
): void {
  listing.addEventListener(NAME, (event) => event instanceof CustomEvent && take(event.detail), { signal });
}
