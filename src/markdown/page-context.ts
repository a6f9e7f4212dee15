/** What the plugins know about the page they work on. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Node, Point } from 'unist';
import type { VFile } from 'vfile';
import { type Book, currentBook, type Section } from '../book/index.ts';
import { AuthorError, type Place, withoutByteOrderMark } from '../diagnostics/index.ts';
import { readAdjustable } from '../figures/build/index.ts';
import type { AdjustableFigure } from '../figures/index.ts';
import { type Evaluator, prepareAll, sectionEvaluator, UnknownSlotError } from '../slots/evaluate/index.ts';
import { bookGlossary, type Glossary } from './glossary/book-glossary.ts';

// Plugins evaluate slots as they meet them.
await prepareAll();

/** One page being compiled. */
export interface PageContext {
  readonly book: Book;
  /** The section the page is, or undefined for a page that is none, such as one of the reference. */
  readonly section: Section | undefined;
  readonly evaluate: Evaluator;
  readonly glossary: Glossary;
  /** What a reader may change of the section's figures. */
  readonly figures: FiguresText;
  /** The page's own text, as offsets of its nodes count. */
  readonly source: string;
  /** Where a node of the page, or the character at an offset of it, was written. */
  readonly placeOf: (node: Node, offset?: number) => Place;
  /** An error about a node of the page, or about the character at `offset`. */
  readonly slip: (node: Node, problem: string, offset?: number) => AuthorError;
}

/** A figures file and what is adjustable in it. */
export interface FiguresText {
  readonly text: string;
  readonly adjustable: readonly AdjustableFigure[];
}

/** Gives the context of a page; the same one to every plugin. */
export type Pages = (file: VFile) => PageContext;

const noSlots: Evaluator = () => {
  throw new UnknownSlotError('Only the sections listed in book.yaml have slots.');
};

const NO_FIGURES: FiguresText = { text: '', adjustable: [] };

/**
 * Returns a section's figures file, with what a reader may change in it.
 *
 * @throws {AuthorError} for a mark that makes nothing adjustable
 */
export function sectionAdjustable({ folder, figures, file }: Section): FiguresText {
  const text = withoutByteOrderMark(readFileSync(join(folder, figures), 'utf8')).replaceAll('\r\n', '\n');
  return { text, adjustable: readAdjustable({ file: join(dirname(file), figures), text }) };
}

/** Returns the contexts of the pages under the folder `content`. The book is read again when its files change, so edits count. */
export function pagesOf(content: string): Pages {
  const root = resolve(content);
  const known = new WeakMap<VFile, PageContext>();
  return (file) => {
    const context = known.get(file) ?? contextOf(root, file);
    known.set(file, context);
    return context;
  };
}

function contextOf(root: string, file: VFile): PageContext {
  const path = resolve(file.path);
  const book = currentBook(root);
  const section = book.sections.find((candidate) => candidate.path === path);
  const name = section?.file ?? `${basename(root)}/${relative(root, path)}`;
  const source = String(file);
  const placeOf = (node: Node, offset = node.position?.start.offset): Place => {
    if (offset === undefined) return { file: name, line: 1, column: 1 };
    const { line, column } = pointAt(source, offset);
    return { file: name, line, column };
  };
  const figures = section === undefined ? NO_FIGURES : sectionAdjustable(section);
  return {
    book,
    section,
    figures,
    evaluate: section === undefined ? noSlots : sectionEvaluator(figures.text, section.figures),
    glossary: bookGlossary(root, book),
    source,
    placeOf,
    slip: (node, problem, offset) => new AuthorError(placeOf(node, offset), problem),
  };
}

/** Returns the line and column, from 1, of a character of `text`. */
function pointAt(text: string, offset: number): Pick<Point, 'line' | 'column'> {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Returns the folder that holds the page's section. */
export function folderOf(file: VFile): string {
  return dirname(resolve(file.path));
}
