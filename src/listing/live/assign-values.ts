/** Puts a widget's numbers into the program that it illustrates. */
import { parseTree, type SyntaxNode } from '../../python/syntax/index.ts';

/** A number, a vector, or a matrix row by row. */
export type Numbers = number | readonly Numbers[];

/** A program with other numbers. */
export interface Assigned {
  readonly text: string;
  /** The names that have new numbers, and those to which the program assigns no list or number. */
  readonly names: readonly string[];
  readonly missing: readonly string[];
  /** The first line, from 1, in which a number changed; undefined where all were there already. */
  readonly line: number | undefined;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The methods by which a PyTorch program fills the parameters of a layer: `layer.weight.copy_(torch.tensor(…))` gives the
 * layer its W and b.
 */
const FILLED_BY = new Map([
  ['W', /\.weight\.copy_$/],
  ['b', /\.bias\.copy_$/],
]);

/**
 * Returns the program with the numbers of right-hand sides changed: the first list, or the first number, in the first
 * statement that assigns each name, or else in the call that fills the layer's parameter of this name. A layer is made with
 * as many inputs and outputs as W has columns and rows.
 */
export function withValues(text: string, values: ReadonlyMap<string, Numbers>): Assigned {
  const tree = nodesOf(text);
  const edits: Edit[] = [];
  const [names, missing]: [string[], string[]] = [[], []];
  for (const [name, numbers] of values) {
    const place = literalOf(name, tree, text);
    (place === undefined ? missing : names).push(name);
    if (place === undefined) continue;
    edits.push({ from: place.from, to: place.to, insert: written(numbers, indentOf(place, text)) });
    if (name === 'W') edits.push(...layerSizes(numbers, tree, text));
  }
  const changes = edits.filter(({ from, to, insert }) => text.slice(from, to) !== insert);
  const first = Math.min(...changes.map(({ from }) => from));
  return {
    text: changes
      .toSorted((a, b) => b.from - a.from)
      .reduce((changed, { from, to, insert }) => changed.slice(0, from) + insert + changed.slice(to), text),
    names,
    missing,
    line: changes.length === 0 ? undefined : text.slice(0, first).split('\n').length,
  };
}

function nodesOf(text: string): readonly SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  parseTree(text).iterate({ enter: ({ node }) => void nodes.push(node) });
  return nodes;
}

function literalOf(name: string, tree: readonly SyntaxNode[], text: string): SyntaxNode | undefined {
  const targets = tree.flatMap((node) =>
    node.name === 'AssignStatement' && node.firstChild !== null ? [node.firstChild] : [],
  );
  const target = targets.find(({ from, to }) => text.slice(from, to) === name);
  const filler = FILLED_BY.get(name);
  const callee =
    target ?? (filler && calleesOf(tree).find(({ from, to }) => filler.test(text.slice(from, to))));
  return callee?.parent ? firstLiteral(callee.parent, callee.to) : undefined;
}

function calleesOf(tree: readonly SyntaxNode[]): SyntaxNode[] {
  return tree.flatMap((node) =>
    node.name === 'CallExpression' && node.firstChild !== null ? [node.firstChild] : [],
  );
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

/** Returns the two sizes in `nn.Linear(inputs, outputs)`. */
function layerSizes(weights: Numbers, tree: readonly SyntaxNode[], text: string): Edit[] {
  const callee = calleesOf(tree).find(({ from, to }) => /(?:^|\.)Linear$/.test(text.slice(from, to)));
  const [row] = typeof weights === 'number' ? [] : weights;
  if (callee === undefined || typeof weights === 'number' || row === undefined || typeof row === 'number')
    return [];
  const sizes = callee.nextSibling?.getChildren('Number') ?? [];
  return [row.length, weights.length].flatMap((length, k) => {
    const size = sizes[k];
    return size === undefined ? [] : [{ from: size.from, to: size.to, insert: String(length) }];
  });
}

/** Returns the column of a list's first entry, where its further rows begin. */
function indentOf({ from }: SyntaxNode, text: string): string {
  return ' '.repeat(from - (text.lastIndexOf('\n', from - 1) + 1) + 1);
}

/** Python keeps its numbers apart: 1.0 is a float. */
function written(numbers: Numbers, indent: string): string {
  if (typeof numbers === 'number') return Number.isInteger(numbers) ? numbers.toFixed(1) : String(numbers);
  const isMatrix = numbers.some((row) => typeof row !== 'number');
  return `[${numbers.map((entry) => written(entry, `${indent} `)).join(isMatrix ? `,\n${indent}` : ', ')}]`;
}
