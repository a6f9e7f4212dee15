/**
 * A section as a PDF is printed from its finished page, so the page is built before it knows whether there will be
 * one. The page holds a hidden place for a link, and this step fills it once the file has been printed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { attribute } from './page-source.ts';
import { urlFrom } from './relative-urls.ts';
import type { SiteStep } from './site-step.ts';

/** The folder of the site with the printed sections. */
export const PDF_FOLDER = 'pdf';

/** Returns the address, from the site's root, of the PDF of the page at `url`, which begins and ends in a slash. */
export function pdfOf(url: string): string {
  return `/${PDF_FOLDER}${url.replace(/\/$/, '')}.pdf`;
}

/** Links each page's PDF, where there is one. */
export function linkPdfs(dist: string): SiteStep<boolean> {
  let links = 0;
  return {
    page(page, path) {
      const pdf = pdfOf(`/${path.replace(/index\.html$/, '')}`);
      const place = page.elements.find((element) => attribute(element, 'data-pdf') !== undefined);
      const link = page.elements.find(({ tagName, parentNode }) => tagName === 'a' && parentNode === place);
      if (!place || !link || !existsSync(join(dist, pdf))) return false;
      page.setAttribute(link, 'href', urlFrom(path, pdf));
      page.removeAttribute(place, 'hidden');
      return true;
    },
    gather(isLinked) {
      if (isLinked) links += 1;
    },
    async finish() {
      return `${links} pages link their PDF`;
    },
  };
}
