/** The programs of each section: to download as Python files and as notebooks, and the data that brings a listing to life. */
import type { APIRoute } from 'astro';
import type { Section } from '../../../../book/index.ts';
import { listingData, loadListing, programsOf } from '../../../../build/listings/index.ts';
import { book } from '../../../../components/page/the-book.ts';
import { notebookOf, withoutMarkers } from '../../../../listing/build/index.ts';
import { plainMarkdown } from '../../../../markdown/index.ts';

interface Props {
  section: Section;
  program: string;
}

export function getStaticPaths() {
  return book.sections.flatMap((section) =>
    programsOf(section).flatMap((program) =>
      ['.py', '.ipynb', '.json'].map((ending) => ({
        params: {
          chapter: section.chapter.slug,
          section: section.slug,
          file: program.replace(/\.py$/, ending),
        },
        props: { section, program },
      })),
    ),
  );
}

export const GET: APIRoute<Props> = ({ params, props: { section, program } }) => {
  const loaded = loadListing(section, program);
  const { listing, view } = loaded;
  const { file = '' } = params;
  if (file.endsWith('.py')) return new Response(withoutMarkers(listing.program.text));
  if (file.endsWith('.json')) return new Response(JSON.stringify(listingData(loaded)));
  return new Response(`${JSON.stringify(notebookOf(listing, view, plainMarkdown), undefined, 1)}\n`);
};
