/** Finds commands with one braced argument in TeX and replaces them, keeping track of where text came from. */

/** A command `\name{argument}` in a formula, with the offsets of its text and of its argument. */
export interface TexCommand {
  readonly name: string;
  readonly argument: string;
  readonly start: number;
  readonly end: number;
  readonly argumentStart: number;
}

/** A formula after its replacements; `sourceOffset` leads from an offset of `text` back to the formula. */
export interface ReplacedTex {
  readonly text: string;
  readonly sourceOffset: (offset: number) => number;
}

/** Returns the offset of the brace that closes the one at `open`, minding Python strings; undefined when none does. */
function closingBrace(tex: string, open: number): number | undefined {
  let depth = 0;
  let quote: string | undefined;
  for (let at = open; at < tex.length; at += 1) {
    const character = tex.charAt(at);
    if (quote !== undefined) {
      if (character === '\\') at += 1;
      else if (character === quote) quote = undefined;
    } else if (character === '"' || (character === "'" && !/[\w)\]}']/.test(tex.charAt(at - 1))))
      quote = character;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}

/** Returns all commands called one of `names` that have a braced argument, not looking inside found ones. */
export function findCommands(tex: string, names: readonly string[]): TexCommand[] {
  const found: TexCommand[] = [];
  const pattern = new RegExp(`\\\\(${names.join('|')})(?![A-Za-z])\\s*\\{`, 'g');
  for (let match = pattern.exec(tex); match !== null; match = pattern.exec(tex)) {
    const open = pattern.lastIndex - 1;
    const close = closingBrace(tex, open);
    if (close === undefined) continue;
    const argumentStart = open + 1;
    found.push({
      name: match[1] ?? '',
      argument: tex.slice(argumentStart, close),
      start: match.index,
      end: close + 1,
      argumentStart,
    });
    pattern.lastIndex = close + 1;
  }
  return found;
}

/** Replaces each of `commands` in `tex` with the text that `replace` returns for it. */
export function replaceCommands(
  tex: string,
  commands: readonly TexCommand[],
  replace: (command: TexCommand) => string,
): ReplacedTex {
  const pieces: { text: string; source: number; copied: boolean }[] = [];
  let at = 0;
  for (const command of commands) {
    pieces.push({ text: tex.slice(at, command.start), source: at, copied: true });
    pieces.push({ text: replace(command), source: command.start, copied: false });
    at = command.end;
  }
  pieces.push({ text: tex.slice(at), source: at, copied: true });
  const sourceOffset = (offset: number): number => {
    let left = offset;
    for (const { text, source, copied } of pieces) {
      if (left < text.length) return copied ? source + left : source;
      left -= text.length;
    }
    return tex.length;
  };
  return { text: pieces.map(({ text }) => text).join(''), sourceOffset };
}
