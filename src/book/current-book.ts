import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Book, loadBook } from './book.ts';

type Reading = { readonly book: Book; readonly files: readonly string[]; readonly state: string };

const last = new Map<string, Reading>();

/**
 * Returns the book in `content`, read again only when its files change. Without this cache, each page would read the whole book.
 *
 * @throws {AuthorError} as `loadBook` does
 */
export function currentBook(content: string): Book {
  const root = resolve(content);
  const known = last.get(root);
  if (known !== undefined && stateOf(known.files) === known.state) return known.book;
  const book = loadBook(root);
  const chapters = new Set(book.sections.map(({ folder }) => dirname(folder)));
  const files = [join(root, 'book.yaml'), root, ...chapters, ...book.sections.map(({ path }) => path)];
  last.set(root, { book, files, state: stateOf(files) });
  return book;
}

/** When each file was changed last, folders included; a file that is gone counts as changed. */
function stateOf(files: readonly string[]): string {
  return files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs).join();
}
