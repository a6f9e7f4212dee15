/** The Markdown twin of each section: its text with all numbers, its formulas as LaTeX, its programs with what they print. */
import { getEntry, render } from 'astro:content';
import type { APIRoute } from 'astro';
import type { Section } from '../../../book/index.ts';
import { twinPart } from '../../../build/twins/twin-part.ts';
import { book } from '../../../components/page/the-book.ts';
import { fillTwin } from '../../../markdown/index.ts';

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
  const text = fillTwin(remarkPluginFrontmatter['twin'] ?? '', (part) => twinPart(section, part));
  return new Response(`# ${section.title}\n\n${section.lede}\n\n${text}`, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
