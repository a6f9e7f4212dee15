import type { UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import remarkMath from 'remark-math';
import { remarkClaims } from './claims.ts';
import { remarkTerms } from './glossary/remark-terms.ts';
import { pagesOf } from './page-context.ts';
import { remarkReadingTime } from './reading-time.ts';
import { rehypeHeadingAnchors } from './rehype-heading-anchors.ts';
import { rehypeMaths } from './rehype-maths.ts';
import { rehypeParts } from './rehype-parts.ts';
import { rehypeTables } from './rehype-tables.ts';
import { remarkComponents } from './remark-components.ts';
import { remarkElementSlots } from './remark-element-slots.ts';
import { remarkExercises } from './remark-exercises.ts';
import { remarkHeadings } from './remark-headings.ts';
import { remarkIds } from './remark-ids.ts';
import { remarkImages } from './remark-images.ts';
import { remarkLinks } from './remark-links.ts';
import { remarkListings } from './remark-listings.ts';
import { remarkMaths } from './remark-maths.ts';
import { remarkProseSlots } from './remark-prose-slots.ts';
import { remarkSlips } from './remark-slips.ts';
import { remarkSyntax } from './remark-syntax.ts';
import { remarkTables } from './remark-tables.ts';
import { remarkTypedNumbers } from './remark-typed-numbers.ts';
import { remarkTwin } from './twin/remark-twin.ts';

/** The plugins that turn a section's MDX into its page, in the order they must run. */
export type MarkdownOptions = Required<Pick<UnifiedProcessorOptions, 'remarkPlugins' | 'rehypePlugins'>>;

/**
 * Returns what Astro's Markdown processor needs to build the book: `unified(markdownOptions('content'))`.
 *
 * @param content the folder that holds `book.yaml`
 */
export function markdownOptions(content: string): MarkdownOptions {
  const pages = pagesOf(content);
  const nameOf = (file: Parameters<typeof pages>[0]) => pages(file).placeOf({ type: 'root' }).file;
  return {
    remarkPlugins: [
      [remarkSyntax, nameOf],
      remarkMath,
      [remarkComponents, pages],
      [remarkHeadings, pages],
      [remarkTypedNumbers, pages],
      [remarkProseSlots, pages],
      [remarkElementSlots, pages],
      [remarkExercises, pages],
      [remarkClaims, pages],
      [remarkIds, pages],
      [remarkMaths, pages],
      [remarkTables, pages],
      [remarkImages, pages],
      [remarkListings, pages],
      [remarkLinks, pages],
      // Its links lead to a page that is no section.
      [remarkTerms, pages],
      // Counts what the reader gets, so it comes when slots and formulas are filled.
      [remarkReadingTime, pages],
      [remarkTwin, pages],
      remarkSlips,
    ],
    rehypePlugins: [rehypeMaths, rehypeHeadingAnchors, rehypeTables, rehypeParts],
  };
}
