/** The exercises of each section: the data that brings one to life. */
import type { APIRoute } from 'astro';
import type { Section } from '../../../../book/index.ts';
import { exercisesOf, loadExercise } from '../../../../build/exercises/index.ts';
import { book } from '../../../../components/page/the-book.ts';

interface Props {
  section: Section;
  name: string;
}

export function getStaticPaths() {
  return book.sections.flatMap((section) =>
    exercisesOf(section).map((name) => ({
      params: { chapter: section.chapter.slug, section: section.slug, name },
      props: { section, name },
    })),
  );
}

export const GET: APIRoute<Props> = ({ props: { section, name } }) =>
  new Response(JSON.stringify(loadExercise(section, name)));
