/** Gives headings their ids, and checks that ids are unique and levels in order, as deep links and the contents list need. */
import { visit } from 'unist-util-visit';
import { headingIds } from './headings.ts';
import { remarkPlugin } from './plugin.ts';

export const remarkHeadings = remarkPlugin((tree, page) => {
  const lines = new Map<string, number>();
  let depth = 1;
  for (const { node, id, text } of headingIds(tree)) {
    if (text.trim() === '') throw page.slip(node, 'An empty heading. Expected some words.');
    if (node.depth === 1)
      throw page.slip(node, `A first-level heading "${text}". The title is in the metadata; start with ##.`);
    if (node.depth > depth + 1)
      throw page.slip(
        node,
        `Heading "${text}" skips a level. Expected ${'#'.repeat(depth + 1)} at most, found ${'#'.repeat(node.depth)}.`,
      );
    visit(node, (inside) => {
      if (inside.type === 'inlineMath' || inside.type === 'mdxTextExpression')
        throw page.slip(inside, 'A formula or slot in a heading. Contents lists and links need plain words.');
    });
    const earlier = lines.get(id);
    if (earlier !== undefined)
      throw page.slip(
        node,
        `Duplicate heading id "${id}": line ${earlier} has it already. Change the words of one.`,
      );
    lines.set(id, page.placeOf(node).line);
    depth = node.depth;
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
  }
});
