/** Puts the typeset formulas in place: inline ones as they are, display ones as numbered, linkable equations. */
import type { Element, ElementContent, Parents } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { leanFormula } from './lean-formula.ts';
import { rehypePlugin } from './plugin.ts';
import type { Formula } from './remark-maths.ts';

export const rehypeMaths = rehypePlugin((tree, file) => {
  const formulas = file.data.formulas ?? [];
  visit(tree, 'element', (element, index, parent) => {
    const formula = formulas[Number(element.properties['dataFormula'] ?? -1)];
    if (formula === undefined || parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1, ...place(formula));
    if (formula.equation === undefined) keepWithPunctuation(parent, index);
    return SKIP;
  });
});

/** A comma or full stop never begins a line: it is bound to the formula before it, unless that may itself be broken. */
function keepWithPunctuation(parent: Parents, index: number): void {
  const [formula, next] = parent.children.slice(index, index + 2);
  if (formula?.type !== 'element' || next?.type !== 'text') return;
  const punctuation = /^[.,;:!?)\]’”]+/.exec(next.value)?.[0];
  if (punctuation === undefined || countPieces(formula) > 1) return;
  next.value = next.value.slice(punctuation.length);
  parent.children[index] = h('span.nowrap', [formula, { type: 'text', value: punctuation }]);
}

/** How many pieces KaTeX made between which a line may break. */
function countPieces(formula: Element): number {
  let pieces = 0;
  visit(formula, 'element', ({ properties }) => {
    if (Array.isArray(properties['className']) && properties['className'].includes('katex-base')) pieces++;
  });
  return pieces;
}

function place(formula: Formula): ElementContent[] {
  const content = toElements(formula);
  if (formula.equation === undefined) return content;
  const { id, number } = formula.equation;
  return [
    h('div.equation', { id, role: 'group', 'aria-label': `Equation ${number}` }, [
      h('div.equation-body', content),
      h('a.equation-number', { href: `#${id}`, 'aria-label': `Link to equation ${number}` }, `(${number})`),
      h('button.copy-latex', { type: 'button', hidden: true, 'data-latex': formula.latex }, 'Copy LaTeX'),
    ]),
  ];
}

/** The formula's HTML as a tree, its MathML annotated with LaTeX that works outside this book. */
function toElements({ html, latex }: Formula): ElementContent[] {
  const formula = leanFormula(html);
  visit({ type: 'root', children: formula }, 'element', (element: Element) => {
    if (element.tagName === 'annotation') element.children = [{ type: 'text', value: latex }];
  });
  return formula;
}
