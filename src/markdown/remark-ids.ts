/** Gives named tables and figures their ids and refuses an id that the page has already. */
import { elementId, pageIds } from './ids.ts';
import { eachElement, setProp } from './jsx.ts';
import { remarkPlugin } from './plugin.ts';

export const remarkIds = remarkPlugin((tree, page) => {
  const counts = new Map<string, number>();
  for (const id of pageIds(tree)) counts.set(id, (counts.get(id) ?? 0) + 1);
  eachElement(tree, (element) => {
    const id = elementId(element);
    if (id === undefined) return;
    if ((counts.get(id) ?? 0) > 1)
      throw page.slip(element, `Duplicate id "${id}" on this page. Give <${element.name}> another name.`);
    setProp(element, 'id', id);
  });
});
