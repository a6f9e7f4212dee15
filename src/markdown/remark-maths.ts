/**
 * Typesets every formula: fills its slots, numbers and names display equations, and leaves the MathML in the file's
 * data for `rehype-maths` to put in place.
 */
import type { Nodes } from 'mdast';
import type { Math as DisplayMath, InlineMath } from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import { type FormulaPlace, filledLatex, type LatexPart } from '../figures/index.ts';
import {
  equationPieces,
  FormulaError,
  findCommands,
  guardOf,
  holeTex,
  piecesOf,
  plainLatex,
  type ReplacedTex,
  replaceCommands,
  type TexCommand,
  typeset,
} from '../formula/build/index.ts';
import {
  type FilledElement,
  fillElement,
  type SlotValue,
  slotKey,
  type TemplateElement,
} from '../slots/index.ts';
import type { PageContext } from './page-context.ts';
import { numberOfPlace } from './places.ts';
import { attempt, remarkPlugin } from './plugin.ts';
import { readSlot, slotValue, type WrittenSlot } from './slot-errors.ts';

/** A typeset formula waiting for its place in the HTML tree. */
export interface Formula {
  readonly maths: FilledElement;
  /** In LaTeX that works outside this book. */
  readonly latex: string;
  /** The number of its place, where it has slots. */
  readonly place?: number;
  /** Set on display equations. */
  readonly equation?: { readonly id: string; readonly number: number };
}

declare module 'vfile' {
  interface DataMap {
    formulas: Formula[];
  }
}

type MathNode = DisplayMath | InlineMath;

const LABEL = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const remarkMaths = remarkPlugin((tree, page, file) => {
  const formulas: Formula[] = [];
  const ids = new Set<string>();
  visit(tree, (node: Nodes) => {
    attempt(file, () => typesetNode(node));
  });
  file.data.formulas = formulas;

  function typesetNode(node: Nodes): void {
    if (node.type === 'text') checkLoneDollar(node, page);
    if (node.type !== 'math' && node.type !== 'inlineMath') return;
    const { tex, latex, slots } = read(node, page);
    const label = node.type === 'math' ? labelOf(node, page) : refuseLabel(node, page);
    if (label !== undefined && ids.has(label))
      throw page.slip(node, `A second equation is labelled "${label}". Give each its own label.`);
    let template: TemplateElement;
    try {
      template = typeset(tex.text, node.type === 'math', [...slots.keys()]);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      const at =
        error.offset === undefined ? undefined : offsetIn(node, tex.sourceOffset(error.offset), page);
      throw page.slip(node, `Bad formula. ${error.message}`, at);
    }
    if (label !== undefined) ids.add(label);
    const equation = label === undefined ? {} : { equation: { id: `eq-${label}`, number: ids.size } };
    const maths = fillElement(template, slots);
    const pieces = (label === undefined ? piecesOf(maths) : equationPieces(maths)).length;
    const place: FormulaPlace = {
      kind: 'formula',
      maths: template,
      pieces,
      ...(label !== undefined && { latex }),
    };
    formulas.push({
      maths,
      latex: filledLatex(latex, slots),
      ...(slots.size > 0 && { place: numberOfPlace(file, place) }),
      ...equation,
    });
    node.data = {
      hName: node.type === 'math' ? 'div' : 'span',
      hProperties: { 'data-formula': String(formulas.length - 1) },
      hChildren: [],
    };
  }
});

/** Returns the slots in a formula, as they stand in the page. */
export function mathsSlots(node: MathNode, page: PageContext): WrittenSlot[] {
  return findCommands(node.value, ['py']).map((command) => slotOf(node, command, page));
}

function slotOf(node: MathNode, { argument, argumentStart }: TexCommand, page: PageContext): WrittenSlot {
  const leading = argument.length - argument.trimStart().length;
  return { text: argument, node, offset: offsetIn(node, argumentStart + leading, page) };
}

/** A formula without its label, ready for KaTeX, and as LaTeX to copy. */
interface ReadFormula {
  /** With a hole for each slot. */
  readonly tex: ReplacedTex;
  readonly latex: readonly LatexPart[];
  /** The values by the spelling of their slots, in the order of their holes. */
  readonly slots: ReadonlyMap<string, SlotValue>;
}

/** @throws {AuthorError} for a slot that cannot be read or has no value */
function read(node: MathNode, page: PageContext): ReadFormula {
  const commands = findCommands(node.value, ['py', 'label']);
  const slots = new Map<string, SlotValue>();
  const keys = new Map<TexCommand, string>();
  for (const command of commands) {
    if (command.name !== 'py') continue;
    const written = slotOf(node, command, page);
    const slot = readSlot(written, page);
    keys.set(command, slotKey(slot));
    slots.set(slotKey(slot), slotValue(written, page, slot));
  }
  const order = [...slots.keys()];
  const tex = replaceCommands(node.value, commands, (command) => {
    const key = keys.get(command);
    return key === undefined ? '' : holeTex(order.indexOf(key), guardOf(node.value, command));
  });
  return { tex, latex: latexParts(node.value, commands, keys), slots };
}

/** In LaTeX a slot is a character of Unicode's private use area until the book's commands are written out. */
const FIRST_STAND_IN = 0xe000;

function latexParts(
  tex: string,
  commands: readonly TexCommand[],
  keys: ReadonlyMap<TexCommand, string>,
): LatexPart[] {
  const slots: LatexPart[] = [];
  const withStandIns = replaceCommands(tex, commands, (command) => {
    const slot = keys.get(command);
    if (slot === undefined) return '';
    const guard = guardOf(tex, command);
    slots.push({ slot, ...(guard !== undefined && { guard }) });
    return String.fromCharCode(FIRST_STAND_IN + slots.length - 1);
  });
  return plainLatex(withStandIns.text)
    .split(/([\ue000-\uf8ff])/)
    .filter((piece) => piece !== '')
    .map((piece) => slots[piece.charCodeAt(0) - FIRST_STAND_IN] ?? piece);
}

/** Returns the page's offset of a character of a formula, or undefined where the formula does not stand verbatim. */
function offsetIn(node: MathNode, offset: number, page: PageContext): number | undefined {
  const start = node.position?.start.offset;
  if (start === undefined) return undefined;
  const at = page.source.slice(start, node.position?.end.offset).indexOf(node.value);
  return at < 0 ? undefined : start + at + offset;
}

function labelOf(node: DisplayMath, page: PageContext): string {
  const [label, second] = findCommands(node.value, ['label']);
  if (label === undefined)
    throw page.slip(node, 'This display equation has no label. Expected \\label{kebab-case-name} in it.');
  if (second !== undefined)
    throw page.slip(
      node,
      'This display equation has two labels. Keep one.',
      offsetIn(node, second.start, page),
    );
  if (!LABEL.test(label.argument))
    throw page.slip(
      node,
      `Bad label "${label.argument}". Expected lower-case words joined by hyphens, such as dot-product.`,
      offsetIn(node, label.argumentStart, page),
    );
  return label.argument;
}

function refuseLabel(node: InlineMath, page: PageContext): undefined {
  const [label] = findCommands(node.value, ['label']);
  if (label !== undefined)
    throw page.slip(node, 'A formula inside a line takes no label.', offsetIn(node, label.start, page));
  if (page.source.startsWith('$$', node.position?.start.offset))
    throw page.slip(
      node,
      'A display equation needs its $$ on lines of their own, before and after the formula.',
    );
}

/** A dollar sign that opens no formula is most often one that was never closed. */
function checkLoneDollar(node: Nodes, page: PageContext): void {
  const start = node.position?.start.offset;
  if (start === undefined) return;
  const written = page.source.slice(start, node.position?.end.offset);
  const lone = /(?<!\\)\$/.exec(written);
  if (lone)
    throw page.slip(node, 'A lone $. Close the formula with another $, or write \\$.', start + lone.index);
}
