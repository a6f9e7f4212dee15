/** The number literals of a program, each a control that a reader can turn. */
import { parseTree, type SyntaxNode } from '../../python/syntax/index.ts';

/** A number as it is written, with the sign before it. Plain JSON. */
export interface Literal {
  /** Offsets in the text, of the sign or the first digit, and after the last. */
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** `-0.5`. */
  readonly text: string;
  readonly value: number;
  /** What one turn adds: one in the last digit that is written. */
  readonly step: number;
  /** `W` and `[0, 1]`, where it is an entry of a list that is assigned to a name; no places where it stands alone. */
  readonly name?: string;
  readonly places?: readonly number[];
}

/** Digits with at most one point, and perhaps a power of ten; no other base, no imaginary part. */
const DECIMAL = /^(\d[\d_]*)?(?:\.([\d_]*))?(?:[eE]([-+]?\d+))?$/;

/** Returns the literals of a program in the order of the text; any text will do. */
export function literalsOf(text: string): Literal[] {
  const literals: Literal[] = [];
  const lineStarts = startsOfLines(text);
  parseTree(text).iterate({
    enter: ({ node }) => {
      if (node.name !== 'Number') return;
      const literal = literalAt(signedNode(node, text), text, lineStarts);
      if (literal !== undefined) literals.push(literal);
    },
  });
  return literals;
}

function startsOfLines(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** Returns the number with the minus sign before it, if it has one. */
function signedNode(node: SyntaxNode, text: string): SyntaxNode {
  const { parent } = node;
  const isSigned =
    parent?.name === 'UnaryExpression' && /^-\s*[\d.]/.test(text.slice(parent.from, parent.to));
  return isSigned && parent.to === node.to ? parent : node;
}

function literalAt(node: SyntaxNode, text: string, lineStarts: readonly number[]): Literal | undefined {
  const { from, to } = node;
  const written = text.slice(from, to);
  const digits = written.replace(/^-\s*/, '');
  const [whole, , fraction, exponent = '0'] = DECIMAL.exec(digits) ?? [];
  const value = Number(written.replaceAll(/[\s_]/g, ''));
  if (whole === undefined || !Number.isFinite(value)) return undefined;
  const line = lineStarts.findLastIndex((start) => start <= from) + 1;
  const decimals = (fraction ?? '').replaceAll('_', '').length;
  return {
    from,
    to,
    line,
    column: from - (lineStarts[line - 1] ?? 0) + 1,
    text: written,
    // JSON has no negative zero.
    value: value === 0 ? 0 : value,
    step: Number(`1e${Number(exponent) - decimals}`),
    ...entryOf(node, text),
  };
}

/** Returns where a literal stands in the lists that are assigned to a name. */
function entryOf(literal: SyntaxNode, text: string): Pick<Literal, 'name' | 'places'> {
  const places: number[] = [];
  for (let node = literal; node.parent !== null; node = node.parent) {
    const { parent } = node;
    if (parent.name === 'ArrayExpression') places.unshift(placeIn(parent, node));
    else if (parent.name === 'AssignStatement') return assigned(parent, node, places, text);
    else if (
      !['CallExpression', 'ArgList', 'UnaryExpression', 'ParenthesizedExpression'].includes(parent.name)
    )
      return {};
    else if (parent.name === 'ArgList' && parent.firstChild?.nextSibling?.from !== node.from) return {};
  }
  return {};
}

function placeIn(list: SyntaxNode, entry: SyntaxNode): number {
  let place = 0;
  for (let child = list.firstChild; child !== null && child.from < entry.from; child = child.nextSibling)
    if (child.name === ',') place += 1;
  return place;
}

function assigned(statement: SyntaxNode, value: SyntaxNode, places: number[], text: string) {
  const target = statement.firstChild;
  const isOneName =
    target?.name === 'VariableName' && target.nextSibling?.name === 'AssignOp' && target.from !== value.from;
  return isOneName ? { name: text.slice(target.from, target.to), places } : {};
}
