/** The steps that make Astro's output strict and portable. */
import { nameAssets } from './asset-names.ts';
import { hashStyles } from './hash-styles.ts';
import { inlineSheets } from './inline-sheets.ts';
import { relativeUrls } from './relative-urls.ts';
import { searchIndex } from './search/search-index.ts';
import { type PolicyOptions, securityPolicy } from './security-policy.ts';
import { serviceWorker } from './service-worker.ts';
import type { SiteStep } from './site-step.ts';
import { subsetFonts } from './subset-fonts.ts';

/**
 * The order matters: the search index reads pages as they were made, fonts and styles change sheets, URLs change pages and sheets, names need their final text, the
 * policy needs the pages' scripts as they will be served, sheets move into pages once nothing changes them any more, and
 * the service worker hashes every file.
 */
export function portableSteps(options: PolicyOptions): SiteStep[] {
  return [
    searchIndex(),
    hashStyles(),
    subsetFonts(),
    relativeUrls(),
    nameAssets(),
    securityPolicy(options),
    inlineSheets(),
    serviceWorker(),
  ];
}
