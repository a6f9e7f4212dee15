/** Indentation that Lezer accepts and CPython does not, or that it marks as an error without saying why. */
import type { Source } from './source.ts';
import { PythonSyntaxError } from './syntax-error.ts';
import { childrenOf, type SyntaxNode } from './tree.ts';

const STATEMENT_NAMES: Readonly<Record<string, string>> = {
  if: "'if' statement",
  elif: "'elif' statement",
  else: "'else' statement",
  for: "'for' statement",
  while: "'while' statement",
  try: "'try' statement",
  except: "'except' statement",
  finally: "'finally' statement",
  with: "'with' statement",
  match: "'match' statement",
  case: "'case' statement",
  def: 'function definition',
  class: 'class definition',
};

/** Throws IndentationError where the lines of one block do not line up, or where a block has no line. */
export function checkIndentation(source: Source, top: SyntaxNode): void {
  const levels = [0];
  let opener: { keyword: string; line: number } | undefined;
  for (const line of logicalLines(source, top)) {
    const { indentColumns, text, lineNumber } = line;
    const deepest = levels.at(-1) ?? 0;
    const place = { line: lineNumber, column: line.indentLength + 1 };
    if (opener !== undefined) {
      if (indentColumns <= deepest)
        throw new PythonSyntaxError(
          `expected an indented block after ${STATEMENT_NAMES[opener.keyword]} on line ${opener.line}`,
          place,
          'IndentationError',
        );
      levels.push(indentColumns);
    } else if (indentColumns > deepest)
      throw new PythonSyntaxError('unexpected indent', place, 'IndentationError');
    else
      while (indentColumns < (levels.at(-1) ?? 0)) {
        levels.pop();
        if (indentColumns > (levels.at(-1) ?? 0))
          throw new PythonSyntaxError(
            'unindent does not match any outer indentation level',
            { line: lineNumber, column: source.line(lineNumber).length + 1 },
            'IndentationError',
          );
      }
    const keyword = /^(?:async\s+)?([a-z]+)\b/.exec(text)?.[1] ?? '';
    opener = line.opensBlock && keyword in STATEMENT_NAMES ? { keyword, line: lineNumber } : undefined;
  }
  if (opener !== undefined)
    throw new PythonSyntaxError(
      `expected an indented block after ${STATEMENT_NAMES[opener.keyword]} on line ${opener.line}`,
      { line: opener.line, column: source.line(opener.line).length + 1 },
      'IndentationError',
    );
}

type LogicalLine = {
  readonly lineNumber: number;
  /** Characters before the text; a tab counts as one. */
  readonly indentLength: number;
  /** Columns before the text; a tab reaches the next multiple of eight. */
  readonly indentColumns: number;
  readonly text: string;
  readonly opensBlock: boolean;
};

/** Lines that start a statement: not blank, not a comment, not inside brackets or a string, not continued. */
function* logicalLines(source: Source, top: SyntaxNode): Generator<LogicalLine> {
  const continued = continuationLines(source, top);
  let tabs: boolean | undefined;
  for (let lineNumber = 1; lineNumber <= source.lineCount; lineNumber++) {
    const text = source.line(lineNumber);
    if (continued.has(lineNumber) || /^[ \t\f]*(?:#|$)/.test(text)) continue;
    const indent = /^[ \t\f]*/.exec(text)?.[0] ?? '';
    if (indent !== '') {
      const usesTabs = indent.includes('\t');
      if (tabs !== undefined && usesTabs !== tabs)
        throw new PythonSyntaxError(
          'inconsistent use of tabs and spaces in indentation',
          { line: lineNumber, column: text.length + 1 },
          'TabError',
        );
      tabs ??= usesTabs;
    }
    let last = lineNumber;
    while (continued.has(last + 1)) last++;
    const code = withoutComment(
      source,
      source.lineStart(lineNumber),
      source.lineStart(last) + source.line(last).length,
      top,
    );
    yield {
      lineNumber,
      indentLength: indent.length,
      indentColumns: columns(indent),
      text: text.slice(indent.length),
      opensBlock: /:\s*$/.test(code),
    };
  }
}

function withoutComment(source: Source, from: number, to: number, top: SyntaxNode): string {
  const text = source.slice(from, to);
  if (!text.includes('#')) return text;
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1))
    if (top.resolveInner(from + at, 1).name === 'Comment') return text.slice(0, at);
  return text;
}

function columns(indent: string): number {
  let width = 0;
  for (const character of indent) width += character === '\t' ? 8 - (width % 8) : 1;
  return width;
}

const SPANNING = new Set([
  'ParenthesizedExpression',
  'TupleExpression',
  'ComprehensionExpression',
  'ArgList',
  'ParamList',
  'ArrayExpression',
  'ArrayComprehensionExpression',
  'MemberExpression',
  'SetExpression',
  'SetComprehensionExpression',
  'String',
  'FormatString',
  'ContinuedString',
  'DictionaryExpression',
  'DictionaryComprehensionExpression',
  'ImportStatement',
  'SequencePattern',
]);

/** Returns the numbers of the lines that continue an earlier statement. */
function continuationLines(source: Source, top: SyntaxNode): Set<number> {
  const lines = new Set<number>();
  if (source.text.includes('\\\n'))
    for (let number = 1; number < source.lineCount; number++)
      if (source.line(number).endsWith('\\') && !/^[^'"]*#/.test(source.line(number))) lines.add(number + 1);
  collectSpans(source, top, lines);
  return lines;
}

function collectSpans(source: Source, node: SyntaxNode, lines: Set<number>): void {
  if (!source.slice(node.from, node.to).includes('\n')) return;
  if (SPANNING.has(node.name)) {
    const last = source.place(node.name === 'MemberExpression' ? node.to : node.to - 1).line;
    for (let line = source.place(node.from).line + 1; line <= last; line++) lines.add(line);
  }
  for (const child of childrenOf(node)) collectSpans(source, child, lines);
}
