/** The addresses inside a listing. */

/** `#vectors.py:11`, the link to a line. */
export function lineId(file: string, line: number): string {
  return `${file}:${line}`;
}

/** Returns the file and the line that a fragment names, or undefined where it names something else. */
export function lineOfFragment(
  fragment: string,
): { readonly file: string; readonly line: number } | undefined {
  const [, file, line] = /^#(.+\.py):(\d+)$/.exec(fragment) ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}

/** Returns the file and the text that a fragment such as `#vectors.py?text=1…` brings. */
export function textOfFragment(
  fragment: string,
): { readonly file: string; readonly text: string } | undefined {
  const [, file, text] = /^#(.+\.py)\?text=(.+)$/.exec(fragment) ?? [];
  return file === undefined || text === undefined ? undefined : { file, text };
}

/** Returns the id of an entry of the reference; signs such as `@` are spelt by their codes. */
export function referenceId(name: string): string {
  return `ref-${name.replaceAll(/[^\w.]/g, (sign) => `-${sign.codePointAt(0)?.toString(16)}`)}`;
}
