/** Puts a widget's numbers into the program that it illustrates. */
import { parseTree, type SyntaxNode } from '../../python/syntax/index.ts';

/** A number, a vector, or a matrix row by row. */
export type Numbers = number | readonly Numbers[];

/**
 * Returns the program with the numbers of an assignment's right-hand side changed: the first list, or the first number, in
 * the first statement that assigns each name. Undefined where the program assigns one of the names no list or number.
 */
export function withValues(text: string, values: ReadonlyMap<string, Numbers>): string | undefined {
  const edits = [...values].map(([name, numbers]) => {
    const place = literalOf(name, text);
    return place && { from: place.from, to: place.to, insert: written(numbers, indentOf(place, text)) };
  });
  if (edits.some((edit) => edit === undefined)) return undefined;
  return edits
    .flatMap((edit) => edit ?? [])
    .toSorted((a, b) => b.from - a.from)
    .reduce((changed, { from, to, insert }) => changed.slice(0, from) + insert + changed.slice(to), text);
}

function literalOf(name: string, text: string): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  parseTree(text).iterate({
    enter: ({ node }) => {
      const target = node.name === 'AssignStatement' ? node.firstChild : null;
      if (found !== undefined || target === null || text.slice(target.from, target.to) !== name) return;
      found = firstLiteral(node, target.to);
    },
  });
  return found;
}

function firstLiteral(statement: SyntaxNode, after: number): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  statement.cursor().iterate(({ node }) => {
    const isLiteral = ['ArrayExpression', 'Number', 'UnaryExpression'].includes(node.name);
    if (found === undefined && isLiteral && node.from >= after) found = node;
    return found === undefined;
  });
  return found;
}

/** The column of a list's first entry, where its further rows begin. */
function indentOf({ from }: SyntaxNode, text: string): string {
  return ' '.repeat(from - (text.lastIndexOf('\n', from - 1) + 1) + 1);
}

/** Python keeps its numbers apart: 1.0 is a float. */
function written(numbers: Numbers, indent: string): string {
  if (typeof numbers === 'number') return Number.isInteger(numbers) ? numbers.toFixed(1) : String(numbers);
  const isMatrix = numbers.some((row) => typeof row !== 'number');
  return `[${numbers.map((entry) => written(entry, `${indent} `)).join(isMatrix ? `,\n${indent}` : ', ')}]`;
}
