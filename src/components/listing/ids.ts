/** The addresses inside a listing. */

/** `#vectors.py:11`, the link to a line. */
export function lineId(file: string, line: number): string {
  return `${file}:${line}`;
}

/** The id of an entry of the reference; signs such as `@` are spelt by their codes. */
export function referenceId(name: string): string {
  return `ref-${name.replaceAll(/[^\w.]/g, (sign) => `-${sign.codePointAt(0)?.toString(16)}`)}`;
}
