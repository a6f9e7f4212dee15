/** Which slots can change when a figure does: found in the text, on the safe side. */
import { parseTree, type SyntaxNode } from '../../python/syntax/index.ts';

/**
 * Returns the slots whose values may depend on one of the names, in their order. A statement of the figures may write every
 * name that it assigns or, where it is no plain assignment, every name that it mentions, from all that it mentions.
 *
 * @param text the figures file
 * @param slots by their spelling; the words of a format are taken for names, which does no harm
 */
export function dependentSlots(text: string, names: readonly string[], slots: readonly string[]): string[] {
  const affected = new Set(names);
  const statements = statementsOf(text);
  // Functions may use names that are assigned further down.
  for (let size = 0; size !== affected.size; ) {
    size = affected.size;
    for (const { mentioned, written } of statements)
      if (mentioned.some((name) => affected.has(name))) for (const name of written) affected.add(name);
  }
  return slots.filter((slot) => namesIn(slot).some((name) => affected.has(name)));
}

interface StatementNames {
  readonly mentioned: readonly string[];
  readonly written: readonly string[];
}

let last: { readonly text: string; readonly statements: readonly StatementNames[] } | undefined;

function statementsOf(text: string): readonly StatementNames[] {
  if (last?.text === text) return last.statements;
  const statements: StatementNames[] = [];
  for (let node = parseTree(text).topNode.firstChild; node !== null; node = node.nextSibling)
    if (!/^(?:Comment|ImportStatement)$/.test(node.name)) statements.push(namesOf(node, text));
  last = { text, statements };
  return statements;
}

function namesOf(statement: SyntaxNode, text: string): StatementNames {
  const mentioned = namesIn(text.slice(statement.from, statement.to));
  const target = statement.firstChild;
  const isPlain = statement.name === 'AssignStatement' && target?.name === 'VariableName';
  return { mentioned, written: isPlain ? [text.slice(target.from, target.to)] : mentioned };
}

/** Returns every word; attributes and words in strings and comments count as names, which can only widen the answer. */
function namesIn(text: string): string[] {
  return text.match(/[^\W\d]\w*/gu) ?? [];
}
