/** Puts the typeset formulas in place: inline ones as they are, display ones as numbered, linkable equations. */
import type { ElementContent, Parents } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { equationPieces, piecesOf } from '../formula/build/index.ts';
import { piecesToHast } from './hast-nodes.ts';
import { rehypePlugin } from './plugin.ts';
import type { Formula } from './remark-maths.ts';

export const rehypeMaths = rehypePlugin((tree, file) => {
  const formulas = file.data.formulas ?? [];
  visit(tree, 'element', (element, index, parent) => {
    const formula = formulas[Number(element.properties['dataFormula'] ?? -1)];
    if (formula === undefined || parent === undefined || index === undefined) return undefined;
    if (formula.equation === undefined) placeInline(formula, parent, index);
    else parent.children.splice(index, 1, equationOf(formula, formula.equation));
    return SKIP;
  });
});

function placeInline({ maths, place }: Formula, parent: Parents, index: number): void {
  parent.children.splice(index, 1, ...numbered(piecesToHast(piecesOf(maths)), place));
  keepWithPunctuation(parent);
}

/**
 * Binds a comma or full stop to the formula before it, and an opening bracket to the one after it, so that neither stands alone
 * on a line.
 */
export function keepWithPunctuation(parent: Parents): void {
  for (let index = parent.children.length - 1; index >= 0; index--) {
    const formula = parent.children[index];
    if (formula?.type !== 'element' || formula.tagName !== 'math') continue;
    const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
    const opening = before?.type === 'text' ? (/[([“‘]+$/.exec(before.value)?.[0] ?? '') : '';
    const closing = after?.type === 'text' ? (/^[.,;:!?)\]’”]+/.exec(after.value)?.[0] ?? '') : '';
    if (opening + closing === '') continue;
    if (before?.type === 'text') before.value = before.value.slice(0, before.value.length - opening.length);
    if (after?.type === 'text') after.value = after.value.slice(closing.length);
    const bound: ElementContent[] = [
      ...(opening === '' ? [] : [{ type: 'text', value: opening } as const]),
      formula,
      ...(closing === '' ? [] : [{ type: 'text', value: closing } as const]),
    ];
    parent.children[index] = h('span.nowrap', bound);
  }
}

/** Puts the number of the nodes' place on the first of them. Returns the nodes. */
function numbered([first, ...others]: ElementContent[], place: number | undefined): ElementContent[] {
  if (first?.type === 'element' && place !== undefined) first.properties['dataN'] = place;
  return first === undefined ? [] : [first, ...others];
}

function equationOf({ maths, latex, place }: Formula, { id, number }: NonNullable<Formula['equation']>) {
  return h('div.equation', { id, role: 'group', 'aria-label': `Equation ${number}` }, [
    h('div.equation-body', numbered(piecesToHast(equationPieces(maths)), place)),
    h('a.equation-number', { href: `#${id}`, 'aria-label': `Link to equation ${number}` }, `(${number})`),
    h('button.copy-latex', { type: 'button', hidden: true, 'data-latex': latex }, 'Copy LaTeX'),
  ]);
}
