/** Which number a reader points at. */
import { type Place, slotsOf } from '../../figures/index.ts';
import { raised } from '../../slots/index.ts';
import type { SectionNumbers } from './section-numbers.ts';
import { slotAround } from './to-dom.ts';

export interface PointedNumber {
  readonly slot: string;
  readonly cell?: number;
  /** What shows it. */
  readonly element: Element;
}

/** Returns every number of a place, in reading order; a matrix of the text counts as one. */
export function numbersAt(numbers: SectionNumbers, number: number): PointedNumber[] {
  const { place } = numbers.places.placeAt(number) ?? {};
  if (place === undefined) return [];
  const elements = numbers.places.redraw(number);
  const [first] = elements;
  switch (place.kind) {
    case 'text':
    case 'matrix':
      return first === undefined ? [] : [{ slot: place.slot, element: first }];
    case 'formula': {
      const marked = elements
        .flatMap((piece) => [...piece.querySelectorAll('*')])
        .flatMap((element) => {
          const around = slotAround(element);
          return around?.element === element ? [around] : [];
        });
      // A long list is broken into members, which are one number together.
      return marked.filter(({ slot }, k) => slot !== marked[k - 1]?.slot);
    }
    case 'raises':
    case 'claim':
    case 'widget':
      return [];
    default:
      return place satisfies never;
  }
}

/** Returns the number that is shown at a point of the window, which lies in the element of a place. */
export function numberAt(
  numbers: SectionNumbers,
  number: number,
  point: { readonly x: number; readonly y: number },
): PointedNumber | undefined {
  const { place } = numbers.places.placeAt(number) ?? {};
  if (place === undefined) return undefined;
  const elements = numbers.places.redraw(number);
  const [first] = elements;
  // A drawing anew has put other elements under the pointer.
  const target = document.elementFromPoint(point.x, point.y);
  if (first === undefined || target === null) return undefined;
  if (place.kind === 'text') return { slot: place.slot, element: first };
  if (place.kind === 'matrix') {
    const cells = [...first.querySelectorAll('tbody td')];
    const cell = cells.findIndex((candidate) => candidate.contains(target));
    return { slot: place.slot, element: cells[cell] ?? first, ...(cell >= 0 && { cell }) };
  }
  const around = slotAround(target);
  if (around === undefined || !slotsOf(place).includes(around.slot)) return undefined;
  const cell = cellOf(target, around.slot, elements, numbers, place);
  return { ...around, ...(cell !== undefined && { cell }) };
}

/** Returns the place of a number among the cells of a slot that is a list or a matrix. */
function cellOf(
  target: Element,
  slot: string,
  pieces: readonly Element[],
  numbers: SectionNumbers,
  place: Place,
): number | undefined {
  const result = numbers.places.resultOf(slot);
  if (place.kind !== 'formula' || result === undefined || raised(result)) return undefined;
  const count = (result.cells ?? []).flat(9).length;
  const texts: Element[] = pieces
    .flatMap((piece) => [...piece.querySelectorAll('mn')])
    .filter((text) => slotAround(text)?.slot === slot);
  const at = texts.indexOf(target);
  // Powers of ten have more numbers than cells.
  return count === 0 || at < 0 || texts.length % count !== 0 ? undefined : at % count;
}
