/** Keywords where a name belongs, and `else if`. */
import type { Source } from './source.ts';
import { type PythonSyntaxError, syntaxError } from './syntax-error.ts';

/** Keywords that no statement begins with: they are wrong themselves, the others only with what follows. */
const NEVER_FIRST = new Set('and as elif else except finally in is or'.split(' '));
const FIRST = new Set(
  'assert break class continue def del for from global if import lambda nonlocal not pass raise return try while with'.split(
    ' ',
  ),
);
const OPENS_BEFORE_ELSE = /^(?:if|elif|for|while|try|except)\b/;

/** Returns the error of a line that gives a value to a keyword or says `else if`; undefined for other lines. */
export function reservedSlip(source: Source, line: number): PythonSyntaxError | undefined {
  const code = source.line(line);
  const start = source.lineStart(line);
  const [, indent = '', word = '', sign = ''] = /^(\s*)([a-z]+)(\s*)=(?!=)/.exec(code) ?? [];
  if (NEVER_FIRST.has(word)) return syntaxError(source, start + indent.length, 'invalid syntax');
  if (FIRST.has(word))
    return syntaxError(
      source,
      start + indent.length + word.length + sign.length,
      word === 'try' ? "expected ':'" : 'invalid syntax',
    );
  const [, before] = /^(\s*else\s+)if\b/.exec(code) ?? [];
  if (before === undefined) return undefined;
  return followsBlock(source, line)
    ? syntaxError(source, start + before.length, "expected ':'")
    : syntaxError(source, start + code.search(/\S/), 'invalid syntax');
}

/** Does the line belong to a statement that may have an `else`? */
function followsBlock(source: Source, line: number): boolean {
  const depth = source.line(line).search(/\S/);
  for (let above = line - 1; above > 0; above--) {
    const code = source.line(above);
    const indent = code.search(/\S/);
    if (indent >= 0 && indent <= depth) return indent === depth && OPENS_BEFORE_ELSE.test(code.trim());
  }
  return false;
}
