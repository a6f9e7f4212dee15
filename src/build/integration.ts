/**
 * The Astro integration that turns what Astro builds into the site that is published: no inline styles, fonts
 * cut to the book, URLs that work in any folder, names by content, a strict policy, and a copy for reading offline.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ExperimentalOptions } from 'vite';
import { ASSETS, nameAssets } from './asset-names.ts';
import { hashStyles } from './hash-styles.ts';
import { katexWoff2 } from './katex-woff2.ts';
import { relativeUrls } from './relative-urls.ts';
import { type PolicyOptions, securityPolicy } from './security-policy.ts';
import { answerInDevelopment, serviceWorker } from './service-worker.ts';
import { runSteps } from './site-step.ts';
import { subsetFonts } from './subset-fonts.ts';

/** Scripts find each other by where they lie themselves; pages and sheets are mended after the build. */
const renderBuiltUrl: NonNullable<ExperimentalOptions['renderBuiltUrl']> = (_, { ssr, hostType }) =>
  ssr || hostType !== 'js' ? undefined : { relative: true };

/** Makes the build strict and portable; `comments` is the setting of the same name in `content/book.yaml`. */
export function portableSite(options: PolicyOptions = {}): AstroIntegration {
  // The order matters: fonts and styles change sheets, URLs change pages and sheets, names need their final
  // text, the policy needs the pages as they will be served, and the service worker hashes every file.
  const steps = [
    hashStyles(),
    subsetFonts(),
    relativeUrls(),
    nameAssets(),
    securityPolicy(options),
    serviceWorker(),
  ];
  return {
    name: 'portable-site',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          // Inline sheets would need hashes, and a data: URL would widen the policy.
          build: { assets: ASSETS, inlineStylesheets: 'never' },
          vite: {
            build: { assetsInlineLimit: 0 },
            plugins: [katexWoff2()],
            experimental: { renderBuiltUrl },
          },
        });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(answerInDevelopment);
      },
      'astro:build:done': async ({ dir, logger }) => {
        await runSteps(fileURLToPath(dir), steps, (line) => logger.info(line));
      },
    },
  };
}
