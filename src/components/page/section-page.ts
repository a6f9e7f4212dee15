/** What the pages and data files of a section have in common. */
import { getEntry, type RenderResult, render } from 'astro:content';
import type { Section } from '../../book/index.ts';
import { book } from './the-book.ts';

/** Returns the address and the section of each page that there is to make, as Astro's `getStaticPaths` wants them. */
export function sectionPaths() {
  return book.sections.map((section) => ({
    params: { chapter: section.chapter.slug, section: section.slug },
    props: { section },
  }));
}

/** Returns a section's text, compiled, with its headings and metadata. */
export async function renderSection({ id, file }: Section): Promise<RenderResult> {
  const entry = await getEntry('sections', id);
  if (!entry) throw new Error(`${file} is listed in content/book.yaml, but was not loaded.`);
  return render(entry);
}
