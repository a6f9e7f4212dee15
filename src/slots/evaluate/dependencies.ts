/** Which slots can change when a figure does: found in the text, on the safe side. */
import { childrenOf, parseTree, type SyntaxNode } from '../../python/syntax/index.ts';

/**
 * Returns the slots whose values may depend on one of the names, in their order. A plain assignment writes its name, a
 * definition that of its function or class. Any other statement may write every name that it mentions; a module only
 * where it is called for its effect, as by `np.random.seed(n)`.
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
  const nodes = childrenOf(parseTree(text).topNode);
  const modules = new Set(nodes.filter(isImport).flatMap((node) => namesIn(textOf(node, text))));
  const statements = nodes
    .filter((node) => !isImport(node))
    .map((node) => ({ mentioned: namesIn(textOf(node, text)), written: writtenBy(node, text, modules) }));
  last = { text, statements };
  return statements;
}

function writtenBy(statement: SyntaxNode, text: string, modules: ReadonlySet<string>): readonly string[] {
  const target = statement.firstChild;
  switch (statement.name) {
    case 'FunctionDefinition':
    case 'ClassDefinition': {
      const name = childrenOf(statement).find((child) => child.name === 'VariableName');
      return name === undefined ? [] : [textOf(name, text)];
    }
    case 'AssignStatement':
      // `a, b = …` and `a = b = …` have more targets.
      if (target?.name === 'VariableName' && isLastTarget(target)) return [textOf(target, text)];
      break;
    case 'ExpressionStatement':
      return namesIn(textOf(statement, text));
    default:
      break;
  }
  const inside = childrenOf(statement)
    .filter(({ name }) => name === 'Body')
    .flatMap(childrenOf)
    .flatMap((inner) => writtenBy(inner, text, modules));
  return [...namesIn(textOf(statement, text)).filter((name) => !modules.has(name)), ...inside];
}

function isLastTarget(target: SyntaxNode): boolean {
  const following = siblingsAfter(target).map(({ name }) => name);
  return following[0] === 'AssignOp' && !following.includes('AssignOp', 1);
}

function isImport({ name }: SyntaxNode): boolean {
  return name === 'ImportStatement';
}

function siblingsAfter(node: SyntaxNode): SyntaxNode[] {
  const siblings: SyntaxNode[] = [];
  for (let next = node.nextSibling; next !== null; next = next.nextSibling) siblings.push(next);
  return siblings;
}

function textOf({ from, to }: SyntaxNode, text: string): string {
  return text.slice(from, to);
}

/** Returns every word; attributes and words in strings and comments count as names, which can only widen the answer. */
function namesIn(text: string): string[] {
  return text.match(/[^\W\d]\w*/gu) ?? [];
}
