import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { findCommands } from '../formula/build/index.ts';
import { headingIds } from './headings.ts';
import { eachElement, type JsxElement, textOf } from './jsx.ts';

/** The id an element can be linked to by, or undefined when it has none. */
export function elementId(element: JsxElement): string | undefined {
  const name = textOf(element, 'name');
  switch (element.name) {
    case 'Table':
      return name && `table-${name}`;
    case 'Figure':
      return name && `figure-${name}`;
    case 'Listing':
      return `listing-${textOf(element, 'numpy')?.replace(/\.py$/, '')}`;
    case 'Exercise':
      return name && `exercise-${name}`;
    case 'Fault':
      return faultId(textOf(element, 'numpy') ?? textOf(element, 'torch') ?? '');
    default:
      return undefined;
  }
}

/** Returns the id of a fault by the file of its program: `inner_sizes_torch.py` has `inner-sizes`. */
export function faultId(file: string): string {
  return file.replace(/(?:_torch)?\.py$/, '').replaceAll('_', '-');
}

/** Returns every id that a link to the page may name: headings, equations, tables, figures, listings, exercises, faults. */
export function pageIds(tree: Root): string[] {
  const ids = headingIds(tree).map(({ id }) => id);
  visit(tree, 'math', ({ value }) => {
    const label = findCommands(value, ['label'])[0]?.argument;
    if (label !== undefined) ids.push(`eq-${label}`);
  });
  eachElement(tree, (element) => {
    const id = elementId(element);
    if (id !== undefined) ids.push(id);
  });
  return ids;
}
