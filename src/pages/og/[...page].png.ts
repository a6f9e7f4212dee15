/** The picture that a shared link shows: one for the front page, one for each section. */
import type { APIRoute } from 'astro';
import { positionText } from '../../book/index.ts';
import { ogImage } from '../../build/og-image.ts';
import { book } from '../../components/page/the-book.ts';

interface Card {
  readonly title: string;
  readonly kicker: string;
}

export function getStaticPaths() {
  const front = { page: 'index', card: { title: book.title, kicker: book.subtitle } };
  const sections = book.sections.map((section) => ({
    page: section.url.replaceAll(/^\/|\/$/g, ''),
    card: { title: section.title, kicker: `${book.title} · ${positionText(book, section)}` },
  }));
  return [front, ...sections].map(({ page, card }) => ({ params: { page }, props: { card } }));
}

export const GET: APIRoute<{ card: Card }> = async ({ props }) => {
  const png = await ogImage(props.card);
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
