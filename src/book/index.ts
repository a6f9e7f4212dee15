/** The book as `content/book.yaml` and the sections' metadata describe it. */
export { type Book, type Chapter, loadBook, neighbours, positionText, type Section } from './book.ts';
export { bookSchema, type CommentSettings } from './book-schema.ts';
export { currentBook } from './current-book.ts';
export { type Frontmatter, frontmatterSchema, readFrontmatter } from './frontmatter.ts';
