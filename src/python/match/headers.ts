/**
 * Where the `match` and `case` lines of a text are. Lezer's grammar knows `match` with a part of its subjects and patterns; so
 * it is shown the statement with a name in the place of each, and `patterns.ts` reads what stands there.
 */

/** A string, a comment, a joined line, or a character that means something here. */
const TOKEN =
  /"""(?:\\.|[^\\])*?"""|'''(?:\\.|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*|\\\n|\b(?:if|as|or|and|not|in|is|lambda)\b|:=|[()[\]{}:\n]/gs;

/** A logical line: several of the text where brackets join them. */
type LogicalLine = {
  /** The offset of its first character that is no space, and how many stand before it. */
  readonly start: number;
  readonly indent: number;
  /** The first word. */
  readonly word: string;
  /** The first `if` outside brackets, and the first `:`. */
  readonly guard: number | undefined;
  readonly colon: number | undefined;
  /** Does nothing but a comment stand behind that `:`? */
  readonly isHeader: boolean;
};

function* logicalLines(text: string): Generator<LogicalLine> {
  let depth = 0;
  let begin = 0;
  let guard: number | undefined;
  let colon: number | undefined;
  const line = (end: number): LogicalLine | undefined => {
    const written = text.slice(begin, end);
    const indent = written.length - written.trimStart().length;
    if (indent === written.length || written[indent] === '#') return undefined;
    const word = /^\w*/.exec(written.slice(indent))?.[0] ?? '';
    const after = colon === undefined ? '' : text.slice(colon + 1, end);
    return { start: begin + indent, indent, word, guard, colon, isHeader: /^\s*(#.*)?$/.test(after) };
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (/^[([{]$/.test(token)) depth++;
    else if (/^[)\]}]$/.test(token)) depth--;
    else if (depth > 0) continue;
    else if (token === 'if') guard ??= index;
    else if (token === ':') colon ??= index;
    else if (token === '\n') {
      const whole = line(index);
      if (whole !== undefined) yield whole;
      begin = index + 1;
      guard = undefined;
      colon = undefined;
    }
  }
  const last = line(text.length);
  if (last !== undefined) yield last;
}

/** Returns the text as Lezer can read it: same length, same lines, each subject and pattern of a `match` replaced by a name. */
export function hidePatterns(text: string): string {
  const lines = [...logicalLines(text)];
  /** Indentations of the cases of the `match` statements that are open. */
  const open: number[] = [];
  let hidden = text;
  for (const [index, line] of lines.entries()) {
    while (line.indent < (open.at(-1) ?? 0)) open.pop();
    const next = lines[index + 1];
    if (line.colon === undefined) continue;
    if (line.word === 'case' && line.indent === open.at(-1))
      hidden = hide(hidden, line.start + 4, Math.min(line.guard ?? line.colon, line.colon));
    else if (line.word === 'match' && line.isHeader && next?.word === 'case' && next.indent > line.indent) {
      open.push(next.indent);
      hidden = hide(hidden, line.start + 5, line.colon);
    }
  }
  return hidden;
}

function hide(text: string, from: number, to: number): string {
  const written = text.slice(from, to);
  // Nothing, or another use of the word: `case = 3`, `match.x: int`.
  if (!/^(?:\s+[^\s=.]|[^\s\w=.])/.test(written)) return text;
  const blank = written.replace(/[^\n]/g, ' ').slice(2);
  const shown = written.includes('\n') ? `(_${blank.slice(0, -1)})` : ` _${blank}`;
  return text.slice(0, from) + shown + text.slice(to);
}

/** Returns a pattern with `or` for each `as`, which makes an expression of it that means nothing else; undefined for one with other words. */
export function asExpression(pattern: string): string | undefined {
  let isPattern = true;
  const changed = pattern.replace(TOKEN, (token) => {
    if (token === 'as') return 'or';
    isPattern &&= !/^[a-z]+$/.test(token) && token !== ':=';
    return token;
  });
  return isPattern ? changed : undefined;
}
