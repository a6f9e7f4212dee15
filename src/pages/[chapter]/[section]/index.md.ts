/** The Markdown twin of each section: its text with all numbers, its formulas as LaTeX, its programs with what they print. */
import type { APIRoute } from 'astro';
import type { Section } from '../../../book/index.ts';
import { twinPart } from '../../../build/twins/twin-part.ts';
import { renderSection, sectionPaths } from '../../../components/page/section-page.ts';
import { fillTwin } from '../../../markdown/index.ts';

interface Props {
  section: Section;
}

export const getStaticPaths = sectionPaths;

export const GET: APIRoute<Props> = async ({ props: { section } }) => {
  const { remarkPluginFrontmatter } = await renderSection(section);
  const text = fillTwin(remarkPluginFrontmatter['twin'] ?? '', (part) => twinPart(section, part));
  return new Response(`# ${section.title}\n\n${section.lede}\n\n${text}`, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
