import { z } from 'astro/zod';

const text = z.string().trim().min(1);

const sectionEntry = z.strictObject({
  /** The section's position in the whole book, as in "Section 8 of 65"; a section of an appendix has none. */
  number: z.int().positive().optional(),
  folder: text,
});

const chapterEntry = z.strictObject({
  /** A chapter without a number is an appendix. */
  number: z.int().positive().optional(),
  title: text,
  folder: text,
  sections: z.array(sectionEntry).min(1),
});

/** Where giscus keeps the comments; the values come from giscus.app. */
const comments = z.strictObject({
  repo: z.string().regex(/^[^/\s]+\/[^/\s]+$/, 'Expected owner/name'),
  repoId: text,
  category: text,
  categoryId: text,
  mapping: z.enum(['pathname', 'url', 'title', 'og:title']).default('pathname'),
});

/** What `content/book.yaml` may hold. */
export const bookSchema = z.strictObject({
  title: text,
  subtitle: text,
  description: text.max(160),
  language: text,
  authors: z.array(text).min(1),
  sections_planned: z.int().positive(),
  licences: z.strictObject({ code: text, text: text }),
  /** The address the book is published at, for canonical links and the sitemap. */
  site: z.url().optional(),
  /** The program of the front page, beside `book.yaml`: y = W @ x + b with the numbers to begin with. */
  front: text.optional(),
  repository: z.url().optional(),
  discussions: z.url().optional(),
  comments: comments.optional(),
  chapters: z.array(chapterEntry).min(1),
});

/** The checked content of `book.yaml`. */
export type BookFile = z.output<typeof bookSchema>;

/** The host's settings for comments. */
export type CommentSettings = NonNullable<BookFile['comments']>;
