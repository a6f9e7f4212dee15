/** From source text to a syntax tree. Parsing is Lezer's; this layer checks and names what it found. */

import { isStackOverflow } from '../stack-overflow.ts';
import { parseTree } from '../syntax/index.ts';
import type { Expression, Program } from './ast.ts';
import { diagnose } from './diagnose.ts';
import { readTuple } from './expressions.ts';
import { checkIndentation } from './indentation.ts';
import { hidePatterns } from './language-parts.ts';
import { Source } from './source.ts';
import { docstringOf, readBody } from './statements.ts';
import { PythonSyntaxError, syntaxError } from './syntax-error.ts';
import { childrenOf } from './tree.ts';

/** Throws `PythonSyntaxError` as CPython would, or a `Refusal` naming a construct that is not offered. */
export function parseProgram(text: string): Program {
  const normal = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
  const source = new Source(normal);
  return guarded(source, () => {
    const tree = parseTree(hidePatterns(source.text));
    diagnose(source, tree);
    checkIndentation(source, tree.topNode);
    const body = readBody(source, tree.topNode);
    return { body, docstring: docstringOf(body) };
  });
}

/** Returns one expression, as a note's slot holds: `W[0, 1]`. */
export function parseExpression(text: string): Expression {
  const source = new Source(`(${text})`);
  return guarded(source, () => {
    const tree = parseTree(source.text);
    diagnose(source, tree);
    const [statement, more] = childrenOf(tree.topNode);
    if (statement?.name !== 'ExpressionStatement' || more !== undefined)
      throw syntaxError(source, 0, 'invalid syntax');
    return readTuple(source, childrenOf(statement), statement);
  });
}

/** Nesting beyond what the stack holds is CPython's error too. */
function guarded<T>(source: Source, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isStackOverflow(error)) throw syntaxError(source, 0, 'too many nested parentheses');
    throw error;
  }
}

export type { Expression, Program } from './ast.ts';
export { PythonSyntaxError };
