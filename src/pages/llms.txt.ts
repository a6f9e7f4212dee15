/** What the book is and where its sections are, as Markdown, for language models: https://llmstxt.org. */
import type { APIRoute } from 'astro';
import { book } from '../components/page/the-book.ts';

export const GET: APIRoute = ({ site }) => {
  const sections = book.sections.map(
    ({ title, url, lede }) => `- [${title}](${new URL(`${url}index.md`, site).href}): ${lede}`,
  );
  return new Response(
    [`# ${book.title}`, `> ${book.description}`, `## Sections`, sections.join('\n')]
      .join('\n\n')
      .concat('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
};
