/** f-strings. */
import { escapeNonAscii } from '../operations/quote.ts';
import { format, repr, str } from '../operations/text.ts';
import type { Replacement, Template, TemplatePart } from '../parse/ast.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';

export function evaluateTemplate(node: Template, frame: Frame): string {
  return fill(node.parts, frame);
}

function fill(parts: readonly TemplatePart[], frame: Frame): string {
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : replace(part, frame);
  return text;
}

function replace(part: Replacement, frame: Frame): string {
  const value = evaluate(part.value, frame);
  frame.at = part;
  const converted =
    part.conversion === 'r'
      ? repr(value)
      : part.conversion === 's'
        ? str(value)
        : part.conversion === 'a'
          ? escapeNonAscii(repr(value))
          : value;
  const spec = fill(part.spec, frame);
  frame.at = part;
  return format(converted, spec);
}
