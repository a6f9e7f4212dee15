import { attribute, type JsxElement, textOf } from './jsx.ts';
import type { WrittenSlot } from './slot-errors.ts';

export type { WrittenSlot };

/** Returns the Python that the prop `name` of `element` holds; undefined where the prop is left out. */
export function propSlot(element: JsxElement, name: string): WrittenSlot | undefined {
  const text = textOf(element, name);
  const node = attribute(element, name);
  return text === undefined || node === undefined ? undefined : { text, node };
}
