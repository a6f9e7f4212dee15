/** A key or a value missing between the braces of a dict. */
import type { Source } from './source.ts';
import { type PythonSyntaxError, syntaxError } from './syntax-error.ts';
import type { SyntaxNode } from './tree.ts';

/** CPython's words where the error stands in a dict after a key or after its colon; undefined elsewhere. */
export function dictionarySlip(source: Source, error: SyntaxNode): PythonSyntaxError | undefined {
  const before = error.prevSibling;
  if (before === null || !error.parent?.name.startsWith('Dictionary')) return undefined;
  if (before.name === ':')
    return syntaxError(source, before.from, "expression expected after dictionary key and ':'");
  const isKey = before.prevSibling?.name === ',';
  return isKey ? syntaxError(source, before.to - 1, "':' expected after dictionary key") : undefined;
}
