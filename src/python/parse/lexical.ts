/** Problems below the grammar: strings and brackets left open, characters that Python does not know. */
import type { Source } from './source.ts';
import { type PythonSyntaxError, syntaxError } from './syntax-error.ts';

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const TOKEN =
  /(?<comment>#[^\n]*)|(?<string>(?:(?<!\w)(?:[fF][rR]?|[rR][fFbB]?|[bB][rR]?|[uU]))?(?:'''|"""|'|"))|(?<number>(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d[\d_]*)?(?<tail>[^\W\d]\w*)?)|(?<word>[^\W\d]\w*|[\u00a1-\u{10ffff}]+)|(?<open>[([{])|(?<close>[)\]}])|(?<slash>\\(?<after>[^\n]?))|(?<newline>\n)|(?<space>[ \t\f]+)|(?<other>.)/gsu;

type Bracket = { readonly text: string; readonly offset: number };

/** Returns the first such problem of a program that does not parse, undefined if there is none. */
export function findLexicalProblem(source: Source): PythonSyntaxError | undefined {
  const { text } = source;
  const open: Bracket[] = [];
  const token = new RegExp(TOKEN);
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const groups = match.groups ?? {};
    const at = match.index;
    if (groups.string !== undefined) {
      const end = endOfString(source, at, groups.string);
      if (typeof end !== 'number') return end;
      token.lastIndex = end;
    } else if (groups.open !== undefined) open.push({ text: groups.open, offset: at });
    else if (groups.close !== undefined) {
      const problem = closeBracket(source, open, groups.close, at);
      if (problem !== undefined) return problem;
    } else if (groups.slash !== undefined && groups.after !== '')
      return syntaxError(source, at, 'unexpected character after line continuation character');
    else if (groups.tail !== undefined) {
      const problem = badNumber(source, at, match[0], groups.tail);
      if (problem !== undefined) return problem;
    } else if (groups.other !== undefined || /[^\p{L}\p{N}_\p{M}]/u.test(groups.word ?? '')) {
      const problem = badCharacter(source, at, groups.other ?? groups.word ?? '');
      if (problem !== undefined) return problem;
    }
  }
  const last = open.at(-1);
  if (last === undefined) return undefined;
  const colon = findHeaderColon(source, last);
  return colon === undefined
    ? syntaxError(source, last.offset, `'${last.text}' was never closed`)
    : syntaxError(source, colon, 'invalid syntax');
}

/**
 * Returns the colon at the end of a header whose bracket was left open: CPython stops there, and tells of the bracket only where
 * it stops on a later line. A parameter, an index or a key may be followed by a colon.
 */
function findHeaderColon(source: Source, { text, offset }: Bracket): number | undefined {
  const { line } = source.place(offset);
  const start = source.lineStart(line);
  const code = source.line(line).trimEnd();
  const before = code.slice(0, offset - start);
  const inside = code.slice(offset - start + 1);
  const isHeader = /^\s*(?:if|elif|while|for|with|class|def)\b/.test(code) && code.endsWith(':');
  const isIndex = text === '[' && /[\w\])]$/.test(before);
  const isParameter = /^\s*def\s+\w+$/.test(before) && inside !== ':';
  if (!isHeader || text === '{' || isIndex || isParameter || /\blambda\b[^:]*:$/.test(inside))
    return undefined;
  return start + code.length - 1;
}

function closeBracket(
  source: Source,
  open: Bracket[],
  close: string,
  at: number,
): PythonSyntaxError | undefined {
  const last = open.pop();
  if (last === undefined) return syntaxError(source, at, `unmatched '${close}'`);
  if (last.text === OPENING[close]) return undefined;
  const from = source.place(last.offset).line;
  const where = from === source.place(at).line ? '' : ` on line ${from}`;
  return syntaxError(
    source,
    at,
    `closing parenthesis '${close}' does not match opening parenthesis '${last.text}'${where}`,
  );
}

function badNumber(source: Source, at: number, number: string, tail: string): PythonSyntaxError | undefined {
  if (/^(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[\d._]+(?:[eE][-+]?\d+)?[jJ])$/.test(number))
    return undefined;
  if (/^(?:and|else|for|if|in|is|not|or)$/.test(tail)) return undefined;
  const kind = /^0[xX]/.test(number)
    ? 'hexadecimal'
    : /^0[oO]/.test(number)
      ? 'octal'
      : /^0[bB]/.test(number)
        ? 'binary'
        : 'decimal';
  return syntaxError(source, at + number.length - tail.length - 1, `invalid ${kind} literal`);
}

function badCharacter(source: Source, at: number, text: string): PythonSyntaxError | undefined {
  const [bad] = [...text].filter((character) => !/[\p{L}\p{N}_\p{M}]/u.test(character));
  if (bad === undefined || /^[-+*/%@&|^~<>()[\]{},:;.=!'"#\\\n]$/.test(bad)) return undefined;
  const offset = at + text.indexOf(bad);
  const code = (bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  if (/[$?`]/.test(bad)) return syntaxError(source, offset, 'invalid syntax');
  if (/[\p{C}\p{Z}]/u.test(bad))
    return syntaxError(source, offset, `invalid non-printable character U+${code}`);
  return syntaxError(source, offset, `invalid character '${bad}' (U+${code})`);
}

/** Where the string that starts at an offset ends, or the error that it does not. */
function endOfString(source: Source, start: number, opening: string): number | PythonSyntaxError {
  const quote = opening.replace(/^[a-zA-Z]+/, '');
  const template = /^[a-zA-Z]*[fF]/.test(opening);
  const { text } = source;
  let depth = 0;
  for (let at = start + opening.length; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (template && text.startsWith('{{', at) && depth === 0) at++;
    else if (template && character === '{') depth++;
    else if (template && character === '}' && depth > 0) depth--;
    else if (depth > 0 && /['"]/.test(character) && !text.startsWith(quote, at)) {
      const close = text.indexOf(character, at + 1);
      if (close === -1) break;
      at = close;
    } else if (text.startsWith(quote, at)) {
      const ends = /^\s*(?:[\n),\]]|$)/.test(text.slice(at + quote.length, at + quote.length + 80));
      if (depth > 0 && ends) return syntaxError(source, at, "f-string: expecting '}'");
      return at + quote.length;
    } else if (character === '\n' && quote.length === 1) break;
  }
  const kind = `${quote.length === 3 ? 'triple-quoted ' : ''}${template ? 'f-string' : 'string'}`;
  const line = quote.length === 3 ? lastLine(source) : source.place(start).line;
  return syntaxError(source, start, `unterminated ${kind} literal (detected at line ${line})`);
}

function lastLine(source: Source): number {
  return source.text.endsWith('\n') ? source.lineCount - 1 : source.lineCount;
}
