/** How names, targets and subscripts are written in a trace. */
import type { Expression, Statement, Target } from '../parse/ast.ts';

/** The names or patterns that a statement writes, as they are written. */
export function targetsOf(statement: Statement): string[] {
  switch (statement.kind) {
    case 'assign':
      return statement.targets.map(targetText);
    case 'update':
    case 'for':
      return [targetText(statement.target)];
    case 'import':
      return statement.names.map(({ name, as }) => as ?? name.split('.')[0] ?? name);
    case 'import-from':
      return statement.names === '*' ? [] : statement.names.map(({ name, as }) => as ?? name);
    default:
      return [];
  }
}

function targetText(target: Target): string {
  switch (target.kind) {
    case 'name':
      return target.name;
    case 'attribute':
      return `${dotted(target.object) ?? '…'}.${target.name}`;
    case 'subscript':
      return `${dotted(target.object) ?? '…'}[${keyText(target.key)}]`;
    case 'starred':
      return `*${targetText(target.value)}`;
    case 'tuple':
      return `(${target.items.map(targetText).join(', ')})`;
    case 'list':
      return `[${target.items.map(targetText).join(', ')}]`;
    default:
      return target satisfies never;
  }
}

function keyText(key: Expression): string {
  if (key.kind === 'constant') return String(key.value);
  if (key.kind === 'tuple') return key.items.map(keyText).join(', ');
  return key.kind === 'slice' ? ':' : (dotted(key) ?? '…');
}

/** `np.linalg.norm` for names joined by dots. */
export function dotted(node: Expression): string | undefined {
  if (node.kind === 'name') return node.name;
  const object = node.kind === 'attribute' ? dotted(node.object) : undefined;
  return node.kind === 'attribute' && object !== undefined ? `${object}.${node.name}` : undefined;
}

export function rootOf(node: Expression): string | undefined {
  return dotted(node)?.split('.')[0];
}

/** `[:, j]`: a letter for each index, a colon for each slice. */
export function indexPattern(key: Expression): string {
  const items = key.kind === 'tuple' ? key.items : [key];
  const letters = [...'ijk'];
  const parts = items.map((item) => {
    const letter = letters.shift() ?? 'k';
    return item.kind === 'slice' ? ':' : letter;
  });
  return `[${parts.join(', ')}]`;
}
