/** The programs of each section to download, as Python files and as notebooks. */
import type { APIRoute } from 'astro';
import type { Section } from '../../../../book/index.ts';
import { loadListing, programsOf } from '../../../../components/listing/load-listing.ts';
import { book } from '../../../../components/page/the-book.ts';
import { notebookOf } from '../../../../listing/index.ts';
import { plainMarkdown } from '../../../../markdown/index.ts';

interface Props {
  section: Section;
  program: string;
}

export function getStaticPaths() {
  return book.sections.flatMap((section) =>
    programsOf(section).flatMap((program) =>
      [program, program.replace(/\.py$/, '.ipynb')].map((file) => ({
        params: { chapter: section.chapter.slug, section: section.slug, file },
        props: { section, program },
      })),
    ),
  );
}

export const GET: APIRoute<Props> = ({ params, props: { section, program } }) => {
  const view = loadListing(section, program);
  if (params['file']?.endsWith('.py')) return new Response(view.source);
  return new Response(`${JSON.stringify(notebookOf(view, plainMarkdown), undefined, 1)}\n`);
};
