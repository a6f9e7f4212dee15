/** The text that CPython writes for an exception nobody caught. */
import type { PyException, TracebackEntry } from '../objects/exceptions.ts';
import { PyError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { closest } from '../objects/suggest.ts';
import { findAttribute } from '../operations/attributes.ts';
import { str } from '../operations/text.ts';
import { isStandardModule } from '../standard-modules.ts';
import { markedLines } from './carets.ts';

const CAUSE = '\n\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\n\nDuring handling of the above exception, another exception occurred:\n\n';

export function traceback(exception: PyException, source: string, file: string): string {
  return chain(exception, source.split('\n'), file, new Set());
}

function chain(
  exception: PyException,
  lines: readonly string[],
  file: string,
  seen: Set<PyException>,
): string {
  seen.add(exception);
  const own = single(exception, lines, file);
  const { cause, context } = exception;
  if (cause !== null && !seen.has(cause)) return chain(cause, lines, file, seen) + CAUSE + own;
  if (context !== null && !exception.suppressContext && !seen.has(context))
    return chain(context, lines, file, seen) + CONTEXT + own;
  return own;
}

function single(exception: PyException, lines: readonly string[], file: string): string {
  const entries = [...exception.traceback].reverse();
  const head =
    entries.length === 0 ? '' : `Traceback (most recent call last):\n${entryLines(entries, lines, file)}`;
  const notes = exception.notes.items.map((note) => `\n${str(note)}`).join('');
  return `${head}${lastLine(exception)}${notes}`;
}

/** CPython shows an entry three times at most, then says how often it repeats. */
function entryLines(entries: readonly TracebackEntry[], lines: readonly string[], file: string): string {
  const shown: string[] = [];
  let repeats = 0;
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    repeats = before?.line === entry.line && before.function === entry.function ? repeats + 1 : 0;
    if (repeats < 3)
      shown.push(`  File "${file}", line ${entry.line}, in ${entry.function}\n${markedLines(entry, lines)}`);
    const next = entries[index + 1];
    const ends = next?.line !== entry.line || next.function !== entry.function;
    if (repeats >= 3 && ends)
      shown.push(`  [Previous line repeated ${repeats - 2} more time${repeats === 3 ? '' : 's'}]\n`);
  }
  return shown.join('');
}

function lastLine(exception: PyException): string {
  const { type } = exception;
  const name = ['builtins', '__main__'].includes(type.module)
    ? type.qualifiedName
    : `${type.module}.${type.qualifiedName}`;
  const message = messageOf(exception);
  return `${name}${message === '' ? '' : `: ${message}`}${suggestion(exception)}`;
}

function messageOf(exception: PyException): string {
  try {
    return str(exception);
  } catch (error) {
    if (error instanceof PyError) return '<exception str() failed>';
    throw error;
  }
}

/** Whatever its own code raises when asked, such an attribute is not suggested. */
function has(self: Value, name: string): boolean {
  try {
    return findAttribute(self, name) !== undefined;
  } catch {
    return false;
  }
}

function suggestion({ misspelling, self }: PyException): string {
  if (misspelling === undefined) return '';
  const { name, attributeOf, candidates } = misspelling;
  const isVariable = attributeOf === undefined;
  const near =
    isVariable && self !== undefined && has(self, name)
      ? `self.${name}`
      : closest(name, candidates(attributeOf !== undefined && attributeOf === self));
  const hint = near === undefined ? '' : `. Did you mean: '${near}'?`;
  if (!isVariable || !isStandardModule(name)) return hint;
  return `${hint === '' ? '. Did' : `${hint} Or did`} you forget to import '${name}'?`;
}
