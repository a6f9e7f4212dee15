/** `str.format`: replacement fields filled from arguments. */
import type { PyDict } from '../objects/dict.ts';
import { pyError, valueError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { getAttribute } from '../operations/attributes.ts';
import { getItem } from '../operations/items.ts';
import { escapeNonAscii } from '../operations/quote.ts';
import { format, repr, str } from '../operations/text.ts';

type Numbering = { next: number; manual: boolean | undefined };

export function formatTemplate(template: string, args: readonly Value[], keywords: PyDict): string {
  const numbering: Numbering = { next: 0, manual: undefined };
  return fill(template, args, keywords, numbering, 2);
}

function fill(
  template: string,
  args: readonly Value[],
  keywords: PyDict,
  numbering: Numbering,
  depth: number,
): string {
  if (depth < 0) throw valueError('Max string recursion exceeded');
  let text = '';
  for (let at = 0; at < template.length; at++) {
    const character = template.charAt(at);
    if (character !== '{' && character !== '}') text += character;
    else if (template.charAt(at + 1) === character) {
      text += character;
      at++;
    } else if (character === '}') throw valueError("Single '}' encountered in format string");
    else {
      const end = endOfField(template, at);
      text += replaceField(template.slice(at + 1, end), args, keywords, numbering, depth);
      at = end;
    }
  }
  return text;
}

function endOfField(template: string, start: number): number {
  let depth = 0;
  for (let at = start; at < template.length; at++) {
    if (template.charAt(at) === '{') depth++;
    if (template.charAt(at) === '}' && --depth === 0) return at;
  }
  throw valueError(
    start === template.length - 1
      ? "Single '{' encountered in format string"
      : "expected '}' before end of string",
  );
}

function replaceField(
  field: string,
  args: readonly Value[],
  keywords: PyDict,
  numbering: Numbering,
  depth: number,
): string {
  const parts = /^([^!:]*)(?:!([^:]*))?(?::([\s\S]*))?$/.exec(field);
  const [, path = '', conversion, spec = ''] = parts ?? [];
  const value = lookUp(path, args, keywords, numbering);
  return format(convert(value, conversion), fill(spec, args, keywords, numbering, depth - 1));
}

function convert(value: Value, conversion: string | undefined): Value {
  switch (conversion) {
    case undefined:
      return value;
    case 'r':
      return repr(value);
    case 's':
      return str(value);
    case 'a':
      return escapeNonAscii(repr(value));
    case '':
      throw valueError("unmatched '{' in format spec");
    default:
      throw valueError(`Unknown conversion specifier '${conversion}'`);
  }
}

/** `0`, `name`, `0.shape[1]`. */
function lookUp(path: string, args: readonly Value[], keywords: PyDict, numbering: Numbering): Value {
  const head = /^[^.[]*/.exec(path)?.[0] ?? '';
  let value = argument(head, args, keywords, numbering);
  for (const [, attribute, key] of path.slice(head.length).matchAll(/\.([^.[]+)|\[([^\]]*)\]/g)) {
    if (attribute !== undefined) value = getAttribute(value, attribute);
    else if (key === '') throw valueError('Empty attribute in format string');
    else value = getItem(value, /^\d+$/.test(key ?? '') ? BigInt(key ?? '') : (key ?? ''));
  }
  return value;
}

function argument(name: string, args: readonly Value[], keywords: PyDict, numbering: Numbering): Value {
  if (name !== '' && !/^\d+$/.test(name)) {
    const named = keywords.get(name);
    if (named === undefined) throw pyError('KeyError', name);
    return named;
  }
  const manual = name !== '';
  if (numbering.manual !== undefined && numbering.manual !== manual)
    throw valueError(
      manual
        ? 'cannot switch from automatic field numbering to manual field specification'
        : 'cannot switch from manual field specification to automatic field numbering',
    );
  numbering.manual = manual;
  const index = manual ? Number(name) : numbering.next++;
  const value = args[index];
  if (value === undefined)
    throw pyError('IndexError', `Replacement index ${index} out of range for positional args tuple`);
  return value;
}
