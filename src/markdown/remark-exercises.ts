/** Lists the exercises of a page, in reading order, as `exercises` among its metadata. */
import { eachElement, textOf } from './jsx.ts';
import { remarkPlugin } from './plugin.ts';

export const remarkExercises = remarkPlugin((tree, page, file) => {
  const names: string[] = [];
  eachElement(tree, (element) => {
    const name = element.name === 'Exercise' ? textOf(element, 'name') : undefined;
    if (name === undefined) return;
    if (names.includes(name))
      throw page.slip(element, `The exercise "${name}" stands twice. Give each its own program.`);
    names.push(name);
  });
  file.data.astro ??= {};
  file.data.astro.frontmatter = { ...file.data.astro.frontmatter, exercises: names };
});
