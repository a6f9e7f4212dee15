/** Why a program does not parse: from Lezer's error nodes to the message that CPython gives. */
import { checkIndentation } from './indentation.ts';
import { findLexicalProblem } from './lexical.ts';
import { describeSlip } from './slips.ts';
import type { Source } from './source.ts';
import { syntaxError } from './syntax-error.ts';
import type { Tree } from './tree.ts';

/** Throws where the tree holds an error; returns where it does not. */
export function diagnose(source: Source, tree: Tree): void {
  const legacy = findNode(tree, (name) => name === 'PrintStatement');
  const error = findNode(tree, (_name, isError) => isError);
  if (error === undefined && legacy === undefined) return;
  const lexical = findLexicalProblem(source);
  if (lexical !== undefined) throw lexical;
  checkIndentation(source, tree.topNode);
  if (legacy !== undefined && (error === undefined || legacy <= error)) {
    const rest = source.slice(legacy + 5, legacy + 200).trimStart();
    // `print = 3` and `print, x` use the name; Lezer reads them as the old statement.
    if (/^[-=+*/%,.;&|^<>@]/.test(rest) && error === undefined)
      throw syntaxError(source, legacy, 'invalid syntax');
    throw syntaxError(source, legacy, "Missing parentheses in call to 'print'. Did you mean print(...)?");
  }
  throw describeSlip(source, error ?? 0);
}

function findNode(tree: Tree, wanted: (name: string, isError: boolean) => boolean): number | undefined {
  let found: number | undefined;
  tree.iterate({
    enter: (node) => {
      if (found === undefined && wanted(node.name, node.type.isError)) found = node.from;
      return found === undefined;
    },
  });
  return found;
}
