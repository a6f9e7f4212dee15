/** Refuses a table outside <Table>, and aligns columns of numbers right unless the author says otherwise. */
import type { Nodes, Parents, Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { remarkPlugin } from './plugin.ts';

/** A cell that is a number, perhaps with a sign, a unit sign or a power of ten. */
const NUMBER = /^[+\-−]?[\d.,]+(?:e[+\-−]?\d+)?[%°]?$/;

export const remarkTables = remarkPlugin((tree, page) => {
  visit(tree, 'table', (table: Table, _, parent: Parents | undefined) => {
    if (!isTableElement(parent))
      throw page.slip(table, 'A table without a caption. Expected it inside <Table caption="…"> … </Table>.');
    const [head, ...rows] = table.children;
    const columns = head?.children.length ?? 0;
    table.align = Array.from({ length: columns }, (_, column) => {
      const cells = rows.map(({ children }) => plainText(children[column]).trim());
      const numeric = cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
      return table.align?.[column] ?? (numeric ? 'right' : 'left');
    });
    for (const row of rows)
      if (row.children.length !== columns)
        throw page.slip(row, `This row has ${row.children.length} cells; the head has ${columns}.`);
  });
});

function isTableElement(parent: Nodes | undefined): boolean {
  return parent?.type === 'mdxJsxFlowElement' && parent.name === 'Table';
}
