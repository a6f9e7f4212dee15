/** What a page fetches of its section's figures once a reader changes or asks about a number. */

import { getEntry, render } from 'astro:content';
import type { APIRoute } from 'astro';
import type { Section } from '../../../book/index.ts';
import { exerciseFigures } from '../../../build/exercises/index.ts';
import { figureHues, sharedFigures } from '../../../build/listings/index.ts';
import { book } from '../../../components/page/the-book.ts';
import type { SectionFigures } from '../../../figures/index.ts';
import { sectionAdjustable } from '../../../markdown/index.ts';

interface Props {
  section: Section;
}

export function getStaticPaths() {
  return book.sections.map((section) => ({
    params: { chapter: section.chapter.slug, section: section.slug },
    props: { section },
  }));
}

export const GET: APIRoute<Props> = async ({ props: { section } }) => {
  const entry = await getEntry('sections', section.id);
  if (!entry) throw new Error(`${section.file} is listed in content/book.yaml, but was not loaded.`);
  const { remarkPluginFrontmatter } = await render(entry);
  const { text, adjustable } = sectionAdjustable(section);
  const figures: SectionFigures = {
    file: section.figures,
    text,
    adjustable,
    places: remarkPluginFrontmatter['places'] ?? [],
    programs: [...sharedFigures(section, adjustable), ...exerciseFigures(section)],
    hues: figureHues(section),
  };
  return new Response(JSON.stringify(figures));
};
