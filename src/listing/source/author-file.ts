import { withoutByteOrderMark } from '../../diagnostics/index.ts';

/** A file of an author: its name in messages, and its text. */
export interface AuthorFile {
  readonly file: string;
  readonly text: string;
}

/** Returns the text without a byte-order mark, and with every line ended by a line feed alone. */
export function plainText(text: string): string {
  return withoutByteOrderMark(text).replaceAll('\r\n', '\n');
}
