/** Why a program does not parse: from Lezer's error nodes to the message that CPython gives. */
import { refuse } from '../refusal.ts';
import { dictionarySlip } from './dictionary-slip.ts';
import { refuseGap } from './gaps.ts';
import { checkIndentation } from './indentation.ts';
import { findLexicalProblem } from './lexical.ts';
import { reservedSlip } from './reserved.ts';
import { describeSlip, findMissingColon } from './slips.ts';
import type { Source } from './source.ts';
import { PythonSyntaxError, syntaxError } from './syntax-error.ts';
import type { SyntaxNode, Tree } from './tree.ts';

/** A node while the tree is walked. */
type NodeRef = Pick<SyntaxNode, 'name' | 'type' | 'from' | 'to' | 'node'>;

/** Throws where the tree holds an error; returns where it does not. */
export function diagnose(source: Source, tree: Tree): void {
  const legacy = findNode(tree, (node) => node.name === 'PrintStatement')?.from;
  const wrong = findNode(tree, (node) => node.type.isError && !isBareYield(node));
  const error = wrong?.from;
  if (error === undefined && legacy === undefined) return;
  const lexical = findLexicalProblem(source);
  if (lexical !== undefined) throw lexical;
  if (wrong !== undefined) refuseGap(source, wrong);
  const reserved = error === undefined ? undefined : reservedSlip(source, source.place(error).line);
  if (reserved !== undefined) throw reserved;
  throwIndentation(source, tree, error);
  if (legacy !== undefined && (error === undefined || legacy <= error)) {
    const rest = source.slice(legacy + 5, legacy + 200).trimStart();
    if (/^=(?!=)/.test(rest)) {
      const { line, column } = source.place(legacy);
      refuse('a value of your own under the name `print`', line, column);
    }
    // `print = 3` and `print, x` use the name; Lezer reads them as the old statement.
    if (/^[-=+*/%,.;&|^<>@]/.test(rest) && error === undefined)
      throw syntaxError(source, legacy, 'invalid syntax');
    throw syntaxError(source, legacy, "Missing parentheses in call to 'print'. Did you mean print(...)?");
  }
  throw (wrong && dictionarySlip(source, wrong)) ?? describeSlip(source, error ?? 0);
}

/** Indentation is to blame first, unless an earlier line is broken and only made the next look wrong. */
function throwIndentation(source: Source, tree: Tree, error: number | undefined): void {
  try {
    checkIndentation(source, tree.topNode);
  } catch (problem) {
    if (!(problem instanceof PythonSyntaxError)) throw problem;
    const earlier =
      problem.message === 'unexpected indent' ? findMissingColon(source, problem.line - 1) : undefined;
    if (earlier !== undefined) throw earlier;
    const broken =
      error !== undefined &&
      (problem.message === 'unexpected indent'
        ? source.place(error).line < problem.line
        : isBrokenHeader(source, error, problem.message));
    if (!broken) throw problem;
  }
}

/** Is the error within the line whose block is missing, and not at its end? */
function isBrokenHeader(source: Source, error: number, message: string): boolean {
  const line = Number(/^expected an indented block after .* on line (\d+)$/.exec(message)?.[1]);
  const place = source.place(error);
  return place.line === line && /\S.*:\s*$/.test(source.line(line).slice(error - source.lineStart(line)));
}

/** Lezer's grammar wants a value after `yield`; Python does not. */
function isBareYield({ from, to, node }: NodeRef): boolean {
  return from === to && node.prevSibling?.name === 'yield';
}

function findNode(tree: Tree, wanted: (node: NodeRef) => boolean): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  tree.iterate({
    enter: (node) => {
      if (found === undefined && wanted(node)) found = node.node;
      return found === undefined;
    },
  });
  return found;
}
