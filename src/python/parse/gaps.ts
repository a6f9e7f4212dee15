/** Python that Lezer's grammar does not know: refused by name, so that no right program is called wrong. */
import { refuse } from '../refusal.ts';
import type { Source } from './source.ts';
import { type SyntaxNode, textOf } from './tree.ts';

/** Throws a Refusal where an error node stands on such a construct. */
export function refuseGap(source: Source, error: SyntaxNode): void {
  const construct = starred(source, error) ?? contexts(source, error);
  if (construct === undefined) return;
  const { line, column } = source.place(error.from);
  refuse(construct, line, column);
}

/** `a[*indices]`, and `for x in *a, b`, where Lezer sees nothing after `in`. */
function starred(source: Source, error: SyntaxNode): string | undefined {
  const { parent, nextSibling, prevSibling } = error;
  if (parent?.name === 'ForStatement' && prevSibling?.name === 'in')
    return /^\s*\*\s*[\w([{]/.test(source.slice(error.from, source.text.length))
      ? '`*` after `in`'
      : undefined;
  const value = nextSibling !== null && !/^\W/.test(nextSibling.name);
  return value && textOf(source, error) === '*' && parent?.name === 'MemberExpression'
    ? '`*` within square brackets'
    : undefined;
}

/** `with (a as x, b as y):`, `with a as x.y:`, `with a as (x, y):`. */
function contexts(source: Source, error: SyntaxNode): string | undefined {
  let statement: SyntaxNode | null = error;
  while (statement !== null && statement.name !== 'WithStatement') statement = statement.parent;
  if (statement === null) return undefined;
  const body = statement.getChild('Body');
  const header = source.slice(statement.from, body?.from ?? statement.to);
  if (/^with\s*\(.*\sas\s.*\)\s*$/s.test(header)) return '`as` within the parentheses of `with`';
  const before = error.prevSibling?.name;
  const after = source.slice(error.from, error.from + 1);
  if (before === 'VariableName' && (after === '.' || after === '['))
    return '`with … as` an attribute or item';
  return before === 'as' && (after === '(' || after === '[') ? '`with … as` several names' : undefined;
}
