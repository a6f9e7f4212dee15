/** Shapes as people type them: "3, 4", "(3, 4)", "3x4", "(4,)", "()" for a single number. */
import type { Shape } from '../../tensor/index.ts';
import type { Field } from '../base/index.ts';

/** The most axes that a widget draws. */
export const MOST_AXES = 4;
/** The largest size of one axis that a field takes. */
const LARGEST_SIZE = 99;

/** A shape, or why the text is none. */
export type ReadShape =
  | { readonly kind: 'shape'; readonly shape: Shape }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads a shape; −1 is a size only where the libraries may work it out (`mayInfer`). */
export function readShape(text: string, mayInfer = false): ReadShape {
  const inner = text
    .trim()
    .replace(/^[([]\s*/, '')
    .replace(/\s*[)\]]$/, '')
    .replace(/,\s*$/, '')
    .replaceAll('−', '-');
  const parts = inner === '' ? [] : inner.split(/\s*[,;]\s*|\s*[×x]\s*(?=[-\d])|\s+/);
  if (inner === '' && !/\(\s*\)/.test(text)) return refused('Write a shape, such as (3, 4).');
  if (parts.length > MOST_AXES) return refused(`A shape has at most ${MOST_AXES} axes here.`);
  const odd = parts.find((part) => !/^-?\d+$/.test(part));
  if (odd !== undefined) return refused(`“${odd}” is not a whole number.`);
  const shape = parts.map(Number);
  const wrong = shape.find((size) => !(size >= 1 && size <= LARGEST_SIZE) && !(mayInfer && size === -1));
  if (wrong !== undefined)
    return refused(`Sizes go from 1 to ${LARGEST_SIZE}${mayInfer ? ', or −1 for “work it out”' : ''}.`);
  return { kind: 'shape', shape };
}

function refused(reason: string): ReadShape {
  return { kind: 'refused', reason };
}

/** Returns a shape in an address: "3,4", or "()" for a single number. */
export function shapeField(mayInfer = false): Field<Shape> {
  return {
    write: (shape) => (shape.length === 0 ? '()' : shape.join(',')),
    read: (text) => {
      const read = readShape(text, mayInfer);
      return read.kind === 'shape' ? read.shape : undefined;
    },
  };
}
