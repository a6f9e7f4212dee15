/** Puts what follows from the reader's numbers into the page, at one place. */
import type { Place, Shown, ShownError } from '../../figures/index.ts';
import type { FilledElement } from '../../slots/index.ts';
import { showMatrix } from './show-matrix.tsx';
import { toDom } from './to-dom.ts';
import { updateFormula } from './update-formula.ts';

/** The elements of one place in the page: of a formula, the `<math>` elements that it is broken into. */
export type PlaceElements = readonly Element[];

/** Returns the elements of a place as the build made them. */
export function elementsOf(first: Element, place: Place): PlaceElements {
  if (place.kind !== 'formula') return [first];
  const elements = [first];
  for (let unit = unitOf(first); elements.length < place.pieces; ) {
    const next = afterBreak(unit);
    const piece = next?.localName === 'math' ? next : next?.querySelector(':scope > math');
    if (next === null || piece === null || piece === undefined) break;
    elements.push(piece);
    unit = next;
  }
  return elements;
}

/** Shows something else at a place and returns its elements: new ones where a formula is of another form. */
export function patchPlace(elements: PlaceElements, place: Place, shown: Shown): PlaceElements {
  const [element] = elements;
  if (element === undefined) return elements;
  switch (shown.kind) {
    case 'text':
      element.textContent = shown.text;
      return elements;
    case 'formula':
      if (shown.latex !== undefined)
        element.closest('.equation')?.querySelector('[data-latex]')?.setAttribute('data-latex', shown.latex);
      return updatePieces(elements, shown.pieces) ? elements : replacePieces(elements, shown.pieces);
    case 'matrix':
      if (place.kind === 'matrix' && shown.value !== undefined) showMatrix(element, place, shown.value);
      return elements;
    case 'raises':
      for (const [k, sample] of element.querySelectorAll('samp').entries())
        showError(sample, shown.errors[k]);
      return elements;
    case 'claim':
      showClaim(element, shown.holds, shown.now);
      return elements;
    case 'widget':
      return elements;
    default:
      return shown satisfies never;
  }
}

function showError(sample: Element, error: ShownError | undefined): void {
  if (error === undefined) return;
  const type = document.createElement('b');
  type.textContent = error.type;
  sample.replaceChildren(...(error.type === '' ? [error.message] : [type, `: ${error.message}`]));
}

/** A claim that no longer holds is set off and says what holds now. */
function showClaim(element: Element, holds: boolean, now: string): void {
  element.querySelector(':scope > .claim-now')?.remove();
  element.toggleAttribute('data-false', !holds);
  if (holds) return;
  const note = document.createElement('span');
  note.className = 'claim-now';
  note.textContent = ` (said of the book’s numbers; now ${now === '' ? 'it is not so' : now})`;
  element.append(note);
}

/** Returns the element after a unit and the line break that is allowed after it. */
function afterBreak(unit: Element): Element | null {
  const next = unit.nextElementSibling;
  return next?.localName === 'wbr' ? next.nextElementSibling : next;
}

/** Returns what stands in the line for a piece: itself, or the box that binds it to its punctuation. */
function unitOf(piece: Element): Element {
  const around = piece.parentElement;
  return around?.matches('span.nowrap') ? around : piece;
}

/** Returns whether the elements of a formula now show these pieces; where not all of them can, they must be replaced. */
function updatePieces(elements: PlaceElements, pieces: readonly FilledElement[]): boolean {
  return (
    elements.length === pieces.length &&
    elements.every((element, k) => {
      const piece = pieces[k];
      return piece !== undefined && updateFormula(element, piece);
    })
  );
}

/** Puts the pieces of a formula in the place of others, with the punctuation before and after them. */
function replacePieces(old: PlaceElements, pieces: readonly FilledElement[]): PlaceElements {
  const [first, last] = [old[0], old.at(-1)];
  const made = toDom(pieces).filter((node): node is Element => node instanceof Element);
  const [newFirst, newLast] = [made[0], made.at(-1)];
  if (first === undefined || last === undefined || newFirst === undefined || newLast === undefined)
    return old;
  const number = first.getAttribute('data-n');
  if (number !== null) newFirst.setAttribute('data-n', number);
  const before = textBeside(first, 'previousSibling');
  const after = textBeside(last, 'nextSibling');
  const units = made.map((piece) => {
    const opening = piece === newFirst ? before : '';
    const closing = piece === newLast ? after : '';
    if (opening + closing === '') return piece;
    const box = document.createElement('span');
    box.className = 'nowrap';
    box.append(opening, piece, closing);
    return box;
  });
  const oldUnits = [...new Set(old.map(unitOf))];
  const broken = units.flatMap((unit, k) => (k === 0 ? [unit] : [document.createElement('wbr'), unit]));
  oldUnits[0]?.before(...broken);
  for (const [k, unit] of oldUnits.entries()) {
    if (k > 0) unit.previousElementSibling?.remove();
    unit.remove();
  }
  return made;
}

/** Returns the punctuation that is bound to a piece, on one side. */
function textBeside(piece: Element, side: 'previousSibling' | 'nextSibling'): string {
  return unitOf(piece) === piece ? '' : (piece[side]?.textContent ?? '');
}
