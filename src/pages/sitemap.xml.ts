/** The sitemap: the front page, every section, the page of terms, and the page for readers' own programs. */
import type { APIRoute } from 'astro';
import { book } from '../components/page/the-book.ts';
import { TERMS_PAGE } from '../markdown/index.ts';

export const GET: APIRoute = ({ site }) => {
  const addresses = ['/', ...book.sections.map(({ url }) => url), TERMS_PAGE, '/run/'].map(
    (path) => new URL(path, site).href,
  );
  const entries = addresses.map((address) => `  <url><loc>${address}</loc></url>`).join('\n');
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
};
