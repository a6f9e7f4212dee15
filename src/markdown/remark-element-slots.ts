/**
 * Evaluates the Python in components' props and hands the results to the components as further props:
 * Matrix gets `value`, and `rows` and `columns` as lists; Raises gets `numpyError` and `torchError`; a widget gets the
 * numbers it starts with as `figures`. Lists the page's widgets and listings in its metadata.
 */
import type { VFile } from 'vfile';
import { type MatrixPlace, type Numbers, numbersOf, type RaisesPlace } from '../figures/index.ts';
import { type SlotValue, slotKey } from '../slots/index.ts';
import { components, isComponent } from './components.ts';
import { attribute, eachElement, type Json, type JsxElement, setProp, textOf } from './jsx.ts';
import type { PageContext } from './page-context.ts';
import { numberOfPlace } from './places.ts';
import { attempt, remarkPlugin } from './plugin.ts';
import { propSlot } from './prop-slot.ts';
import { exceptionOf, readSlot, slotValue, type WrittenSlot } from './slot-errors.ts';

export const remarkElementSlots = remarkPlugin((tree, page, file) => {
  const widgets: WidgetUse[] = [];
  const listings: ListingUse[] = [];
  eachElement(tree, (element) => {
    attempt(file, () => {
      if (element.name === 'Matrix')
        setProp(element, 'place', numberOfPlace(file, fillMatrix(element, page)));
      if (element.name === 'Raises')
        setProp(element, 'place', numberOfPlace(file, fillRaises(element, page)));
      if (element.name === 'Listing') listings.push(listingUse(element));
      if (figureSlots(element).length > 0) widgets.push(fillFigures(element, page, file));
    });
  });
  file.data.astro ??= {};
  file.data.astro.frontmatter = { ...file.data.astro.frontmatter, widgets, listings };
});

/** A widget of a page and the numbers it starts with; the page's metadata lists them as `widgets`. */
export interface WidgetUse {
  /** The name of its component. */
  readonly component: string | null;
  readonly figures: { readonly [figure: string]: Numbers };
}

/** A listing of a page; the page's metadata lists them as `listings`. */
export interface ListingUse {
  /** `vectors.py`, and its twin where there is one. */
  readonly files: readonly string[];
  readonly caption: string;
}

function listingUse(element: JsxElement): ListingUse {
  const files = [textOf(element, 'numpy'), textOf(element, 'torch')].filter((file) => file !== undefined);
  return { files, caption: textOf(element, 'caption') ?? '' };
}

/** Returns the slot of a Matrix: its expression with its format. */
export function matrixSlot(element: JsxElement, page: PageContext) {
  const written = propSlot(element, 'of');
  if (written === undefined) throw page.slip(element, '<Matrix> has no expression. Expected of="…".');
  const format = textOf(element, 'format');
  const slot = readSlot(
    { ...written, text: format === undefined ? written.text : `${written.text}:${format}` },
    page,
  );
  return { written, slot };
}

function fillMatrix(element: JsxElement, page: PageContext): MatrixPlace {
  const { written, slot } = matrixSlot(element, page);
  const value = slotValue(written, page, slot);
  const { shape = [], cells } = value;
  if (cells === undefined || shape.length < 1 || shape.length > 2)
    throw page.slip(
      written.node,
      `<Matrix> draws vectors and matrices; "${written.text}" is a ${value.type} of shape (${shape.join(', ')}).`,
    );
  const [rows, columns] = shape.length === 2 ? shape : [1, shape[0]];
  const drawing = {
    name: textOf(element, 'name'),
    rows: setNames(element, 'rows', rows, page),
    columns: setNames(element, 'columns', columns, page),
    hue: textOf(element, 'hue'),
  };
  setProp(element, 'value', valueAsJson(value));
  // The registry has checked the hue; what is undefined is no JSON.
  return { kind: 'matrix', slot: slotKey(slot), drawing: JSON.parse(JSON.stringify(drawing)) };
}

/**
 * Turns the names of rows or columns into a list, one for each. Names stand between commas; a single one is a prefix
 * numbered from 0, so that "n" names n0, n1 and so on.
 */
function setNames(
  element: JsxElement,
  prop: 'rows' | 'columns',
  count = 0,
  page: PageContext,
): string[] | undefined {
  const text = textOf(element, prop);
  if (text === undefined) return undefined;
  const names = text.includes(',')
    ? text.split(',').map((name) => name.trim())
    : Array.from({ length: count }, (_, index) => `${text.trim()}${index}`);
  if (names.length !== count)
    throw page.slip(
      attribute(element, prop) ?? element,
      `<Matrix> prop "${prop}" names ${names.length} of ${count} ${prop}. Expected ${count} names between commas, or one prefix such as "n".`,
    );
  setProp(element, prop, names);
  return names;
}

/** Returns the slots among a widget's props, each with the name of its figure. */
export function figureSlots(element: JsxElement): { figure: string; written: WrittenSlot }[] {
  const { name } = element;
  const figures = name !== null && isComponent(name) ? (components[name].figures ?? []) : [];
  return figures.flatMap((figure) => {
    const written = propSlot(element, figure);
    return written === undefined ? [] : [{ figure, written }];
  });
}

function fillFigures(element: JsxElement, page: PageContext, file: VFile): WidgetUse {
  const entries = figureSlots(element).map(({ figure, written }) => {
    const value = slotValue(written, page);
    const numbers = numbersOf(value);
    if (hasNaN(numbers))
      throw page.slip(
        written.node,
        `"${written.text}" gives ${value.text}. Expected a number or an array of numbers.`,
      );
    return [figure, numbers] as const;
  });
  const figures = Object.fromEntries(entries);
  setProp(element, 'figures', figures);
  const slots = figureSlots(element).map(
    ({ figure, written }) => [figure, slotKey(readSlot(written, page))] as const,
  );
  setProp(element, 'place', numberOfPlace(file, { kind: 'widget', figures: Object.fromEntries(slots) }));
  return { component: element.name, figures };
}

function hasNaN(numbers: Numbers): boolean {
  return typeof numbers === 'number' ? Number.isNaN(numbers) : numbers.some(hasNaN);
}

function fillRaises(element: JsxElement, page: PageContext): RaisesPlace {
  const slots: string[] = [];
  for (const library of ['numpy', 'torch'] as const) {
    const written = propSlot(element, library);
    if (written === undefined) continue;
    const { type, message } = exceptionOf(written, page);
    setProp(element, `${library}Error`, { type, message });
    slots.push(written.text.trim());
  }
  return { kind: 'raises', slots };
}

function valueAsJson({ type, text, cells, dtype, shape }: SlotValue): Json {
  return {
    type,
    text,
    ...(cells === undefined ? {} : { cells }),
    ...(dtype === undefined ? {} : { dtype }),
    ...(shape === undefined ? {} : { shape }),
  };
}
