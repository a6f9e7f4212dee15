import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { AuthorError } from '../diagnostics/index.ts';
import { type BookFile, bookSchema } from './book-schema.ts';
import { checkFolders, slugOf } from './folders.ts';
import { type Frontmatter, readFrontmatter } from './frontmatter.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** A chapter as its sections and the contents list show it. */
interface Chapter {
  /** Undefined for an appendix. */
  readonly number: number | undefined;
  readonly title: string;
  readonly slug: string;
}

/** One section of the book: its metadata, its place in the book and its files. */
export interface Section extends Frontmatter {
  /** Position in the whole book, as in "Section 8 of 65"; undefined in an appendix. */
  readonly number: number | undefined;
  readonly chapter: Chapter;
  readonly slug: string;
  /** The page's address from the site's root, with slashes at both ends. */
  readonly url: string;
  /** The folder and the MDX file, absolute. */
  readonly folder: string;
  readonly path: string;
  /** The MDX file as messages name it, and as it lies under the content folder. */
  readonly file: string;
  readonly id: string;
}

/** The book: what `book.yaml` says, with its sections read and in reading order. */
export interface Book extends BookFile {
  readonly sections: readonly Section[];
}

/**
 * Reads the book in `content` (the folder that holds `book.yaml`) and checks everything but the pages' text.
 *
 * @throws {AuthorError} for the first author error found, with its place and how to fix it
 */
export function loadBook(content: string): Book {
  const root = resolve(content);
  const file = `${basename(root)}/book.yaml`;
  const source = readYaml(readFileSync(join(root, 'book.yaml'), 'utf8'), bookSchema, file);
  checkFolders(source, root);
  checkNumbers(source);
  const sections = source.value.chapters.flatMap((chapter) =>
    chapter.sections.map((entry): Section => {
      const id = `${chapter.folder}/${entry.folder}/index.mdx`;
      const path = join(root, id);
      const name = `${basename(root)}/${id}`;
      const slug = slugOf(entry.folder);
      return {
        ...readFrontmatter(path, name),
        number: entry.number,
        chapter: { number: chapter.number, title: chapter.title, slug: slugOf(chapter.folder) },
        slug,
        url: `/${slugOf(chapter.folder)}/${slug}/`,
        folder: join(root, chapter.folder, entry.folder),
        path,
        file: name,
        id,
      };
    }),
  );
  return { ...source.value, sections };
}

/**
 * Sections are numbered through the whole book, so numbers must rise and stay within what is planned; the sections of a chapter
 * without a number have none.
 */
function checkNumbers({ value, placeOf }: YamlSource<BookFile>): void {
  let last = 0;
  for (const [c, chapter] of value.chapters.entries())
    for (const [s, { number }] of chapter.sections.entries()) {
      const path = ['chapters', c, 'sections', s];
      if ((number === undefined) !== (chapter.number === undefined))
        throw new AuthorError(
          placeOf(number === undefined ? path : [...path, 'number']),
          number === undefined
            ? `A section without a number in chapter ${chapter.number}. Give it one, or take the chapter's away to make it an appendix.`
            : `Section ${number} stands in an appendix, a chapter without a number. Take the section's away, or give the chapter one.`,
        );
      if (number === undefined) continue;
      const place = placeOf([...path, 'number']);
      if (number <= last)
        throw new AuthorError(place, `Section ${number} follows section ${last}. Numbers must rise.`);
      if (number > value.sections_planned)
        throw new AuthorError(
          place,
          `Section ${number} of ${value.sections_planned}: sections_planned is too small.`,
        );
      last = number;
    }
}

/** "Section 8 of 65", or the title of the appendix that the section stands in. */
export function positionText(book: Book, { number, chapter }: Section): string {
  return number === undefined ? chapter.title : `Section ${number} of ${book.sections_planned}`;
}

/** Returns the sections before and after `section` in reading order; undefined at either end. */
export function neighbours(book: Book, section: Section) {
  const index = book.sections.findIndex(({ id }) => id === section.id);
  return { previous: book.sections[index - 1], next: book.sections[index + 1] };
}
