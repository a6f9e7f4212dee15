/** String literals and f-strings. */
import type { Expression, Replacement, Template, TemplatePart } from './ast.ts';
import { readTuple } from './expressions.ts';
import { findLexicalProblem } from './lexical.ts';
import type { Source } from './source.ts';
import { syntaxError } from './syntax-error.ts';
import { childrenOf, refuseNode, type SyntaxNode, textOf } from './tree.ts';

const PREFIX = /^(?<prefix>[a-zA-Z]*)(?<quote>'''|"""|'|")/;

/** `String`, `FormatString` or several of them side by side. */
export function readString(source: Source, node: SyntaxNode): Expression {
  const pieces = node.name === 'ContinuedString' ? childrenOf(node) : [node];
  const parts: TemplatePart[] = [];
  for (const piece of pieces)
    parts.push(...(piece.name === 'String' ? [plainText(source, piece)] : templateParts(source, piece)));
  const merged = mergeText(parts);
  const place = source.place(node.from);
  if (pieces.every((piece) => piece.name === 'String'))
    return { kind: 'constant', ...place, value: merged.join('') };
  const template: Template = { kind: 'template', ...place, parts: merged };
  return template;
}

function mergeText(parts: readonly TemplatePart[]): TemplatePart[] {
  const merged: TemplatePart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  return merged;
}

function opening(source: Source, node: SyntaxNode): { prefix: string; quote: string; length: number } {
  const match = PREFIX.exec(source.slice(node.from, node.from + 6));
  const prefix = match?.groups?.prefix?.toLowerCase() ?? '';
  if (prefix.includes('b')) refuseNode(source, node, 'a bytes literal');
  const quote = match?.groups?.['quote'] ?? "'";
  const written = source.slice(node.from, node.to);
  // Lezer lets a string end with its line.
  if (!written.endsWith(quote) || written.length < prefix.length + 2 * quote.length)
    throw findLexicalProblem(source) ?? syntaxError(source, node.from, 'unterminated string literal');
  return { prefix, quote: match?.groups?.quote ?? "'", length: match?.[0].length ?? 1 };
}

function plainText(source: Source, node: SyntaxNode): string {
  const { prefix, quote, length } = opening(source, node);
  const raw = source.slice(node.from + length, node.to - quote.length).replaceAll('\r\n', '\n');
  return prefix.includes('r') ? raw : decodeEscapes(source, node, raw);
}

function templateParts(source: Source, node: SyntaxNode): TemplatePart[] {
  const { prefix, quote, length } = opening(source, node);
  const decode = (text: string): string => {
    const single = text.replaceAll('{{', '{').replaceAll('}}', '}');
    return prefix.includes('r') ? single : decodeEscapes(source, node, single);
  };
  return splitReplacements(source, node, node.from + length, node.to - quote.length, decode);
}

function splitReplacements(
  source: Source,
  node: SyntaxNode,
  from: number,
  to: number,
  decode: (text: string) => string,
): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let at = from;
  const takeText = (end: number): void => {
    const text = source.slice(at, end);
    const stray = /(?<!\})(?:\}\})*\}(?!\})/.exec(text);
    if (stray !== null && node.name === 'FormatString' && text.replaceAll('}}', '').includes('}'))
      throw syntaxError(source, at + stray.index, "f-string: single '}' is not allowed");
    if (text !== '') parts.push(decode(text));
  };
  for (const child of childrenOf(node)) {
    if (child.name !== 'FormatReplacement') continue;
    takeText(child.from);
    const replacement = readReplacement(source, child, decode);
    if (replacement.label !== '') parts.push(replacement.label);
    parts.push(replacement);
    at = child.to;
  }
  takeText(to);
  return parts;
}

function readReplacement(source: Source, node: SyntaxNode, decode: (text: string) => string): Replacement {
  const children = childrenOf(node);
  const open = children[0];
  const marks = ['{', '}', 'FormatSelfDoc', 'FormatConversion', 'FormatSpec'];
  const values = children.filter((child) => !marks.includes(child.name));
  const after = children.find(
    (child) => marks.slice(1).includes(child.name) && child.name !== 'FormatSelfDoc',
  );
  const selfDocumenting = children.some((child) => child.name === 'FormatSelfDoc');
  const conversion = children.find((child) => child.name === 'FormatConversion');
  const spec = children.find((child) => child.name === 'FormatSpec');
  const written = conversion === undefined ? '' : textOf(source, conversion).slice(1);
  const start = open?.to ?? node.from;
  return {
    ...source.place(values[0]?.from ?? node.from),
    value: readTuple(source, values, node),
    // `{x=}` shows the repr unless a format is asked for.
    conversion: (written === '' && selfDocumenting && spec === undefined
      ? 'r'
      : written) as Replacement['conversion'],
    spec: spec === undefined ? [] : splitReplacements(source, spec, spec.from + 1, spec.to, decode),
    label: selfDocumenting ? source.slice(start, after?.from ?? node.to) : '',
  };
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const ESCAPE =
  /\\(?:(?<octal>[0-7]{1,3})|x(?<hex>[0-9a-fA-F]{0,2})|u(?<short>[0-9a-fA-F]{0,4})|U(?<long>[0-9a-fA-F]{0,8})|(?<name>N)|(?<simple>[\s\S]))/g;

function decodeEscapes(source: Source, node: SyntaxNode, raw: string): string {
  if (!raw.includes('\\')) return raw;
  const codec = (what: string, at: number, length: number) =>
    syntaxError(
      source,
      node.from,
      `(unicode error) 'unicodeescape' codec can't decode bytes in position ${at}-${at + length - 1}: ${what}`,
    );
  return raw.replace(ESCAPE, (whole: string, ...rest) => {
    const groups = rest.at(-1) as Partial<
      Record<'octal' | 'hex' | 'short' | 'long' | 'name' | 'simple', string>
    >;
    const at = rest.at(-3) as number;
    if (groups.octal !== undefined) return String.fromCodePoint(Number.parseInt(groups.octal, 8));
    if (groups.name !== undefined) return refuseNode(source, node, 'a character named by `\\N{…}`');
    if (groups.simple !== undefined) return SIMPLE[groups.simple] ?? whole;
    const digits = groups.hex ?? groups.short ?? groups.long ?? '';
    const wanted = groups.hex !== undefined ? 2 : groups.short !== undefined ? 4 : 8;
    if (digits.length < wanted)
      throw codec(`truncated \\${whole.charAt(1)}${'X'.repeat(wanted)} escape`, at, whole.length);
    const code = Number.parseInt(digits, 16);
    if (code > 0x10ffff) throw codec('illegal Unicode character', at, whole.length);
    return String.fromCodePoint(code);
  });
}
