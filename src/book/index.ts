/** The book as `content/book.yaml` and the sections' metadata describe it. */
export { type Book, loadBook, neighbours, positionText, type Section } from './book.ts';
export type { CommentSettings } from './book-schema.ts';
export { currentBook } from './current-book.ts';
export { frontmatterSchema } from './frontmatter.ts';
