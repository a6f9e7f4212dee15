/** The common slips that CPython has a message of its own for. */
import type { Source } from './source.ts';
import { type PythonSyntaxError, syntaxError } from './syntax-error.ts';

const COMPOUND = /^\s*(?:if|elif|else|for|while|def|class|try|except|finally|with)\b/;

/** The message for a parse that failed at an offset; plain `invalid syntax` where no slip is recognised. */
export function describeSlip(source: Source, offset: number): PythonSyntaxError {
  const place = source.place(Math.min(offset, source.text.length));
  const line = source.line(place.line);
  const start = source.lineStart(place.line);
  const code = line.replace(/#[^'"]*$/, '').trimEnd();
  const condition = /^\s*(?:if|elif|while)\b.*?[^=!<>:]=(?!=)/.exec(code);
  if (condition !== null && COMPOUND.test(code)) {
    const left = /(?:if|elif|while)\s+(.*?)\s*[^=!<>:]?=(?!=)/.exec(code)?.[1] ?? '';
    const at = start + code.indexOf(left);
    return syntaxError(
      source,
      at,
      /^[\w.]+$/.test(left) && !left.includes('.')
        ? "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
        : "invalid syntax. Maybe you meant '==' instead of '='?",
    );
  }
  if (COMPOUND.test(code) && !code.endsWith(':') && !/:[^\]})]*$/.test(code) && headerIsWhole(code))
    return syntaxError(source, start + code.length, "expected ':'");
  if (/^\s*(?:import|from\s+\S+\s+import)\s*$/.test(code))
    return syntaxError(source, start + code.length, "Expected one or more names after 'import'");
  return missingComma(source, offset) ?? syntaxError(source, offset, 'invalid syntax');
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
  const start = /(?:[\w.]+|'[^']*'|"[^"]*"|\S+)\s*$/.exec(before)?.index ?? offset;
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
