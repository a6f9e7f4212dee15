/** Number literals. */
import type { Value } from '../objects/object.ts';
import type { Source } from './source.ts';
import { syntaxError } from './syntax-error.ts';
import { refuseNode, type SyntaxNode, textOf } from './tree.ts';

export function readNumber(source: Source, node: SyntaxNode): Value {
  const written = textOf(source, node);
  if (/[jJ]$/.test(written)) return refuseNode(source, node, 'a complex number');
  if (/_(?![0-9a-fA-F])/.test(written)) throw syntaxError(source, node.from, 'invalid decimal literal');
  const text = written.replaceAll('_', '');
  if (/^0[bBoOxX]/.test(text)) return BigInt(text.toLowerCase());
  if (/[.eE]/.test(text)) return Number(text);
  if (/^0+[1-9]/.test(text))
    throw syntaxError(
      source,
      node.from,
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
    );
  return BigInt(text);
}
