import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { frontmatterSchema } from './book/index.ts';

/** The sections' texts. Which of them belong to the book, and in which order, is said by `content/book.yaml`. */
const sections = defineCollection({
  loader: glob({ base: './content', pattern: '**/index.mdx', generateId: ({ entry }) => entry }),
  schema: frontmatterSchema,
});

export const collections = { sections };
