/**
 * The Astro integration that turns what Astro builds into the site that is published: no inline styles, fonts
 * cut to the book, URLs that work in any folder, names by content, a strict policy, and a copy for reading offline.
 * It appears in `dist/` when all of it is done.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ExperimentalOptions, Plugin } from 'vite';
import { ASSETS } from './asset-names.ts';
import { followContent } from './dev/follow-content.ts';
import { makePortable } from './portable-pages.ts';
import { replaceFolder } from './replace-folder.ts';
import type { PolicyOptions } from './security-policy.ts';
import { answerInDevelopment } from './service-worker.ts';

/** Scripts import each other by relative URLs; the URLs in pages and sheets are made relative after the build. */
const renderBuiltUrl: NonNullable<ExperimentalOptions['renderBuiltUrl']> = (_, { ssr, hostType }) =>
  ssr || hostType !== 'js' ? undefined : { relative: true };

/**
 * Bundle React with the island entry, which pages preload; as a separate chunk it would load one round trip later.
 */
const codeSplitting = {
  groups: [
    { name: 'client', test: /[\\/]node_modules[\\/](?:react|react-dom|scheduler|@astrojs[\\/]react)[\\/]/ },
  ],
};

/** Makes that file the entry that a page loads; without this it would load a one-line file that imports it. */
const mergedEntries = (): Plugin => ({
  name: 'merged-entries',
  applyToEnvironment: ({ name }) => name === 'client',
  options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
});

/** Makes the build strict and portable; `comments` is the setting of the same name in `content/book.yaml`. */
export function portableSite(options: PolicyOptions = {}): AstroIntegration {
  let root: URL;
  let site: string | undefined;
  return {
    name: 'portable-site',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        root = config.root;
        site = config.site;
        updateConfig({
          // The site takes its place when it is whole: until then, and if the build fails, the one before it stays.
          outDir: new URL('.astro/dist/', root),
          // Sheets change after Astro is done, and are put into the pages then; a data: URL would widen the policy.
          build: { assets: ASSETS, inlineStylesheets: 'never' },
          vite: {
            build: { assetsInlineLimit: 0 },
            environments: { client: { build: { rolldownOptions: { output: { codeSplitting } } } } },
            // Python runs in a worker that is fetched in parts, as a page's own scripts are.
            worker: { format: 'es' },
            plugins: [mergedEntries()],
            experimental: { renderBuiltUrl },
          },
        });
      },
      'astro:server:setup': ({ server, logger }) => {
        server.middlewares.use(answerInDevelopment);
        followContent(fileURLToPath(new URL('content', root)), {
          watcher: server.watcher,
          forget: (page) => {
            for (const { moduleGraph } of Object.values(server.environments))
              for (const module of moduleGraph.getModulesByFile(page) ?? [])
                moduleGraph.invalidateModule(module, new Set(), Date.now(), true);
          },
          reload: () => server.ws.send({ type: 'full-reload' }),
          restart: () => server.restart(),
          check: async () => (await import('./dev/check-pages.ts')).checkPages('content'),
          show: (message) => {
            logger.error(message);
            server.ws.send({ type: 'error', err: { message, stack: '' } });
          },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const built = fileURLToPath(dir);
        await makePortable({ dist: built, options }, (line) => logger.info(line));
        await replaceFolder(fileURLToPath(new URL('dist', root)), built);
        if (site !== undefined && new URL(site).hostname.endsWith('.example'))
          logger.warn(
            `${site} is an example: canonical links and social cards lead there. Set "site" in content/book.yaml, or SITE_URL.`,
          );
      },
    },
  };
}
