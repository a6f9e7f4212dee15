/** What a page fetches of its section's figures once a reader changes or asks about a number. */

import type { APIRoute } from 'astro';
import type { Section } from '../../../book/index.ts';
import { exerciseFigures } from '../../../build/exercises/index.ts';
import { figureHues, sharedFigures } from '../../../build/listings/index.ts';
import { renderSection, sectionPaths } from '../../../components/page/section-page.ts';
import type { SectionFigures } from '../../../figures/index.ts';
import { sectionAdjustable } from '../../../markdown/index.ts';

interface Props {
  section: Section;
}

export const getStaticPaths = sectionPaths;

export const GET: APIRoute<Props> = async ({ props: { section } }) => {
  const { remarkPluginFrontmatter } = await renderSection(section);
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
