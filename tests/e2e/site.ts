/** What the built site holds, for tests that go through its pages. */
import { loadBook } from '../../src/book/index.ts';

export const book = loadBook('content');

/** Every page a reader can reach, by its path. */
export const pages = ['/', ...book.sections.map(({ url }) => url), '/terms/', '/run/'];

export function theSection() {
  const [section] = book.sections;
  if (!section) throw new Error('The book has no section.');
  return section;
}
