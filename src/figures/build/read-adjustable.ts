/** Reads which figures an author lets readers change. Only the build does; a page gets the result as JSON. */
import { AuthorError } from '../../diagnostics/index.ts';
import { type Literal, literalsOf } from '../../listing/live/text/index.ts';
import { parseTree, type SyntaxNode } from '../../python/syntax/index.ts';
import { type AdjustableFigure, entryKey, type FigureEntry } from '../adjustable.ts';

const EXPECTED =
  'Expected "#: adjustable MINIMUM..MAXIMUM step STEP" at the end of the line, as in "#: adjustable -2..2 step 0.1".';
/** A decimal number with at most one point and no power of ten. */
const NUMBER = '-?\\d+(?:\\.\\d+)?';
const MARKER = new RegExp(`^#: adjustable (${NUMBER})\\.\\.(${NUMBER}) step (${NUMBER})$`);
/** Calls that make an array of the very numbers they are given; any other may read them as sizes. */
const ARRAY_CALL = /^(?:np\.(?:as)?array|torch\.tensor)\s*\(/;

/** A figures file; `file` is how messages name it. */
interface FiguresFile {
  readonly file: string;
  readonly text: string;
}

interface Marker {
  readonly text: string;
  readonly from: number;
  readonly problem: (message: string) => AuthorError;
}

/**
 * Returns the adjustable figures of a section, in the order of its figures file.
 *
 * @throws {AuthorError} for a marker that cannot be read, that stands beside no list of number literals or number, whose
 * bounds leave out a number that is written, or whose name is assigned more than once
 */
export function readAdjustable({ file, text }: FiguresFile): AdjustableFigure[] {
  const tree = parseTree(text);
  const literals = literalsOf(text);
  const assigned = new Map<string, number>();
  const markers: Marker[] = [];
  tree.iterate({
    enter: ({ node }) => {
      if (node.name === 'AssignStatement') {
        const name = targetOf(node, text);
        assigned.set(name, (assigned.get(name) ?? 0) + 1);
      }
      const comment = node.name === 'Comment' ? text.slice(node.from, node.to).trimEnd() : '';
      if (!/^#\s*:/.test(comment)) return;
      const problem = (message: string) => new AuthorError({ file, ...placeOf(text, node.from) }, message);
      markers.push({ text: comment, from: node.from, problem });
    },
  });
  const figures = markers.map((marker) =>
    figureOf(marker, { text, statement: statementAt(tree.topNode, marker.from, text), literals }),
  );
  const seen = new Set<string>();
  for (const [k, { name }] of figures.entries()) {
    if (seen.has(name) || (assigned.get(name) ?? 0) > 1)
      throw markers[k]?.problem(
        `${name} is assigned more than once. Give an adjustable figure one assignment.`,
      );
    seen.add(name);
  }
  return figures;
}

interface Assignment {
  readonly text: string;
  readonly statement: SyntaxNode | undefined;
  readonly literals: readonly Literal[];
}

function figureOf(
  { text: written, problem }: Marker,
  { text, statement, literals }: Assignment,
): AdjustableFigure {
  const [, low, high, turn] = MARKER.exec(written) ?? [];
  if (low === undefined || high === undefined || turn === undefined)
    throw problem(`Cannot read "${written}". ${EXPECTED}`);
  const [minimum, maximum, step] = [Number(low), Number(high), Number(turn)];
  if (minimum >= maximum)
    throw problem(`The bounds ${low}..${high} leave nothing to choose from. ${EXPECTED}`);
  if (step <= 0) throw problem(`The step ${turn} leads nowhere. Expected a step above 0.`);
  const name = statement === undefined ? '' : targetOf(statement, text);
  const own = literals.filter(
    ({ from, name: target }) =>
      statement !== undefined && from >= statement.from && from < statement.to && target === name,
  );
  if (statement === undefined || own.length === 0 || !isPlain(statement, own, text))
    throw problem(
      `Nothing here can be adjusted. Expected "#: adjustable" beside a name that is given a number, or np.array or torch.tensor of a list of numbers.`,
    );
  const entries = own.map((literal): FigureEntry => {
    const { places = [], from, to, text: number, value } = literal;
    const key = entryKey(name, places);
    if (value < minimum || value > maximum)
      throw problem(`${key} is ${number}, which is not between ${low} and ${high}. Widen the bounds.`);
    return { key, places, from, to, text: number };
  });
  return { name, minimum, maximum, step, entries };
}

/** Returns whether a statement's value is one number, or an array made of nothing but a list of numbers. */
function isPlain(statement: SyntaxNode, literals: readonly Literal[], text: string): boolean {
  const written = text.slice(statement.from, statement.to);
  const value = written.slice(written.indexOf('=') + 1).trim();
  if (literals.length === 1 && literals[0]?.places?.length === 0) return value === literals[0].text;
  return ARRAY_CALL.test(value) && literals.every(({ places = [] }) => places.length > 0);
}

/** Returns the name that a statement assigns; empty where it assigns none or several. */
function targetOf(statement: SyntaxNode, text: string): string {
  const target = statement.firstChild;
  const isOneName = target?.name === 'VariableName' && target.nextSibling?.name === 'AssignOp';
  return isOneName ? text.slice(target.from, target.to) : '';
}

/** Returns the assignment at the end of whose last line a comment stands. */
function statementAt(top: SyntaxNode, comment: number, text: string): SyntaxNode | undefined {
  for (let node = top.firstChild; node !== null; node = node.nextSibling)
    if (node.name === 'AssignStatement' && node.to <= comment && !/\n/.test(text.slice(node.to, comment)))
      return node;
  return undefined;
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
