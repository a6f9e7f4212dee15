/** The common slips that CPython has a message of its own for. */
import type { Source } from './source.ts';
import { type PythonSyntaxError, syntaxError } from './syntax-error.ts';

const COMPOUND =
  /^\s*(?:(?:match|case)(?=\s+[^\s=.,])|if|elif|else|for|while|def|class|try|except|finally|with)\b/;

/** Returns the message for a parse that failed at an offset; plain `invalid syntax` where no slip is recognised. */
export function describeSlip(source: Source, offset: number): PythonSyntaxError {
  const place = source.place(Math.min(offset, source.text.length));
  const line = source.line(place.line);
  const start = source.lineStart(place.line);
  const code = line.replace(/#[^'"]*$/, '').trimEnd();
  const condition = /^\s*(?:if|elif|while)\b[^:]*?[^=!<>:]=(?!=)/.exec(code);
  if (condition !== null && COMPOUND.test(code)) {
    const left = /(?:if|elif|while)\s+(.*?)\s*[^=!<>:]?=(?!=)/.exec(code)?.[1] ?? '';
    const at = start + code.indexOf(left);
    return syntaxError(
      source,
      at,
      /^[\w.]+$/.test(left) && !left.includes('.')
        ? "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
        : /^[\w.]+$/.test(left)
          ? "cannot assign to attribute here. Maybe you meant '==' instead of '='?"
          : /^[\w.]+\[.*\]$/.test(left)
            ? "cannot assign to subscript here. Maybe you meant '==' instead of '='?"
            : "invalid syntax. Maybe you meant '==' instead of '='?",
    );
  }
  if (COMPOUND.test(code) && !code.endsWith(':') && !/:[^\]})]*$/.test(code) && headerIsWhole(code)) {
    const end = start + code.length;
    if (/^\s*(?:for|if|elif|while)\b/.test(code) && source.slice(offset, end).trim() !== '')
      return syntaxError(source, offset, 'invalid syntax');
    return syntaxError(source, end, "expected ':'");
  }
  if (/^\s*def\s+\w+\s*:/.test(code)) return syntaxError(source, start + code.indexOf(':'), "expected '('");
  const empty = source.slice(0, offset + 1);
  if (/\{\s*\}$/.test(empty) && /[fF][rR]?['"]/.test(code))
    return syntaxError(source, offset, "f-string: valid expression required before '}'");
  const assigned = keywordSlip(source, offset);
  if (assigned !== undefined) return assigned;
  if (/\sif\s+[^:]+$/.test(code) && !/\belse\b/.test(code) && !COMPOUND.test(code)) {
    const at = Math.max(code.lastIndexOf('='), code.lastIndexOf('('), code.lastIndexOf(',')) + 1;
    const text = code.slice(at);
    return syntaxError(
      source,
      start + at + text.length - text.trimStart().length,
      "expected 'else' after 'if' expression",
    );
  }
  if (/^\s*(?:import|from\s+\S+\s+import)\s*$/.test(code))
    return syntaxError(source, start + code.length, "Expected one or more names after 'import'");
  return missingComma(source, offset) ?? syntaxError(source, offset, 'invalid syntax');
}

/** `f(a.b=1)`: only a plain name can be a keyword. */
function keywordSlip(source: Source, offset: number): PythonSyntaxError | undefined {
  if (source.slice(offset, offset + 1) !== '=' || source.slice(offset, offset + 2) === '==') return undefined;
  const before = source.slice(0, offset);
  if (!isInsideBrackets(before)) return undefined;
  const at = Math.max(...['(', '[', '{', ','].map((mark) => before.lastIndexOf(mark))) + 1;
  const text = before.slice(at);
  const opening = before.search(/[([{][^()[\]{}]*$/);
  if (/^\s*\w+\s*$/.test(text) && !/[\w)\]]\s*\($/.test(before.slice(0, opening + 1)))
    return syntaxError(
      source,
      at + text.length - text.trimStart().length,
      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
    );
  const constant = /^\s*(True|False|None)\s*$/.exec(text)?.[1];
  return syntaxError(
    source,
    at + text.length - text.trimStart().length,
    constant === undefined
      ? 'expression cannot contain assignment, perhaps you meant "=="?'
      : `cannot assign to ${constant}`,
  );
}

/** Returns a line that opens a block and has no colon, if the given one is such. */
export function findMissingColon(source: Source, number: number): PythonSyntaxError | undefined {
  const code = source
    .line(number)
    .replace(/#[^'"]*$/, '')
    .trimEnd();
  const opens = COMPOUND.test(code) && !/:[^\]})]*$/.test(code) && headerIsWhole(code);
  return opens ? syntaxError(source, source.lineStart(number) + code.length, "expected ':'") : undefined;
}

function headerIsWhole(code: string): boolean {
  if (/^\s*for\b/.test(code)) return /\bin\b\s*\S/.test(code);
  if (/^\s*def\b/.test(code)) return /\)\s*(?:->.*)?$/.test(code);
  if (/^\s*(?:if|elif|while|with)\s*$/.test(code)) return false;
  return !/[-+*/%=,.(<>]$/.test(code);
}

/** Two values side by side within brackets. */
function missingComma(source: Source, offset: number): PythonSyntaxError | undefined {
  const before = source.slice(0, offset);
  const after = source.slice(offset, offset + 200).trimStart();
  const value = /(?:[\w\])}'"])\s*$/.exec(before);
  if (value === null || !/^(?:[\w[({'"])/.test(after)) return undefined;
  if (/\b(?:and|or|not|in|is|if|else|for|lambda|return|print)\s*$/.test(before)) return undefined;
  if (!isInsideBrackets(before)) return undefined;
  const start = /(?:[\w.]+|'[^']*'|"[^"]*"|[^\s([{,]+)\s*$/.exec(before)?.index ?? offset;
  return syntaxError(source, start, 'invalid syntax. Perhaps you forgot a comma?');
}

function isInsideBrackets(text: string): boolean {
  let depth = 0;
  for (const character of text.replace(/'[^'\n]*'|"[^"\n]*"|#[^\n]*/g, '')) {
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
  }
  return depth > 0;
}
