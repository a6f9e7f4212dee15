/** `repr` of a string: its quotes and escapes. */

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Categories that `str.isprintable` refuses; the space is the one separator that prints. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u;

export function isPrintable(character: string): boolean {
  return character === ' ' || !UNPRINTABLE.test(character);
}

/** Single quotes unless the text has some and no double ones. */
export function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  if (/^[ -&(-[\]-~]*$/.test(text)) return `${mark}${text}${mark}`;
  let quoted = mark;
  for (const character of text)
    quoted +=
      character === mark
        ? `\\${mark}`
        : (NAMED.get(character) ?? (isPrintable(character) ? character : escaped(character)));
  return quoted + mark;
}

/** `ascii` of a string: `repr` with everything beyond ASCII escaped too. */
export function escapeNonAscii(quoted: string): string {
  return [...quoted].map((character) => (character > '~' ? escaped(character) : character)).join('');
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
