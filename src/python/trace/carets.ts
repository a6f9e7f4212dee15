/**
 * The source lines of a traceback's entry, with `~~~^^^` under what failed, as CPython 3.13's `traceback` module shows them
 * (PEP 657, https://peps.python.org/pep-0657/).
 */
import type { TracebackEntry } from '../objects/exceptions.ts';

/** CPython indents a source line so far below its `File` line. */
const INDENT = '    ';

/** Places in the shown lines: a line from 0, a column from 0. */
type Spot = { readonly line: number; readonly column: number };
/** What stands out in the marked range: an operator, an index, the arguments of a call. */
type Anchors = { readonly from: Spot; readonly to: Spot };

const isBefore = (a: Spot, b: Spot): boolean => a.line < b.line || (a.line === b.line && a.column < b.column);

/** Returns the lines of the program that `entry` names, each with its line of marks where CPython has one. */
export function markedLines(entry: TracebackEntry, source: readonly string[]): string {
  const { line, column, end, mark } = entry;
  const original = source.slice(line - 1, end?.line ?? line);
  if (end === undefined) return `${INDENT}${(original[0] ?? '').trim()}\n`;
  const margin = Math.min(
    ...original.filter((each) => each.trim() !== '').map((each) => each.length - each.trimStart().length),
  );
  const lines = original.map((each) => each.slice(margin).trimEnd());
  const spot = (place: { readonly line: number; readonly column: number }): Spot => ({
    line: place.line - line,
    column: Math.max(0, place.column - 1 - margin),
  });
  const [start, stop] = [spot({ line, column }), spot(end)];
  const anchors =
    mark === undefined ? undefined : anchorsOf(lines, spot(mark.after), stop, mark.until && spot(mark.until));
  const marked = isMarked(lines, start, stop, anchors, mark?.isPlainCall === true);
  return significant(lines, anchors)
    .flatMap((at, i, all) => {
      const skipped = at - (all[i - 1] ?? at) - 1;
      const between = skipped === 1 ? [at - 1] : [];
      const dots = skipped > 1 ? [`...<${skipped} lines>...`] : [];
      return [
        ...dots,
        ...[...between, at].flatMap((each) => shown(lines, each, start, stop, anchors, marked)),
      ];
    })
    .map((each) => `${INDENT}${each}\n`)
    .join('');
}

/** Returns the first line, the last one, and those around an anchor. */
function significant(lines: readonly string[], anchors: Anchors | undefined): number[] {
  const found = new Set([0, lines.length - 1]);
  if (anchors !== undefined)
    for (const { line } of [anchors.from, anchors.to])
      for (const near of [line - 1, line, line + 1]) found.add(near);
  return [...found].filter((each) => each >= 0 && each < lines.length).sort((a, b) => a - b);
}

function shown(
  lines: readonly string[],
  at: number,
  start: Spot,
  stop: Spot,
  anchors: Anchors | undefined,
  marked: boolean,
): string[] {
  const text = lines[at] ?? '';
  if (!marked) return [text];
  const blanks = text.length - text.trimStart().length;
  const length = at === lines.length - 1 ? stop.column : text.length;
  const marks = Array.from({ length }, (_, column) => {
    const spot = { line: at, column };
    if (column < blanks || isBefore(spot, start)) return ' ';
    if (anchors === undefined) return '^';
    return !isBefore(spot, anchors.from) && isBefore(spot, anchors.to) ? '^' : '~';
  });
  return [text, marks.join('')];
}

/** Returns the operator after the left operand, or the brackets after what is indexed or called. */
function anchorsOf(
  lines: readonly string[],
  after: Spot,
  stop: Spot,
  right: Spot | undefined,
): Anchors | undefined {
  let { line, column } = after;
  const skips = right === undefined ? /[^[(]/ : /[\s)]/;
  for (;;) {
    const text = lines[line];
    if (text === undefined || !isBefore({ line, column }, stop)) return undefined;
    const character = text[column];
    if (character === undefined || character === '\\' || character === '#') {
      line++;
      column = 0;
    } else if (skips.test(character)) column++;
    else break;
  }
  const from = { line, column };
  if (right === undefined) return { from, to: stop };
  // An operator has one character or two; CPython takes the bracket of a right operand for the second.
  const next = lines[line]?.[column + 1];
  const isLonger =
    next !== undefined && !/[\s\\#]/.test(next) && isBefore({ line, column: column + 1 }, right);
  return { from, to: { line, column: column + (isLonger ? 2 : 1) } };
}

const BLOCK = /^(?:if|elif|else|for|while|with|try|except|finally|def|class|match|case|async)\b/;
const ASSIGNMENT = /^[^=]*[^=!<>:+\-*/%&|^@]=\s*$/;

/** Returns whether CPython marks anything: not where the whole line failed, nor in `return f(x)` and `y = f(x)`. */
function isMarked(
  lines: readonly string[],
  start: Spot,
  stop: Spot,
  anchors: Anchors | undefined,
  isPlainCall: boolean,
): boolean {
  const before = (lines[0] ?? '').slice(0, start.column);
  const behind = (lines.at(-1) ?? '').slice(stop.column).trim();
  const isCall = anchors !== undefined && (lines[anchors.from.line] ?? '')[anchors.from.column] === '(';
  if (isCall && (behind === '' || behind.startsWith('#'))) {
    if (isPlainCall && /^return\s+$/.test(before)) return false;
    if (!BLOCK.test(before) && ASSIGNMENT.test(before)) return false;
  }
  return anchors !== undefined || before.trim() !== '' || behind !== '';
}
