/** A plain Starlight site with the text of a book: default settings, formulas by remark-math and rehype-katex. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadBook, type Section } from '../../../src/book/index.ts';
import { starlightPage } from './page-text.ts';

const FILES: Readonly<Record<string, string>> = {
  // Astro looks here for the packages that it has to bundle.
  'package.json':
    '{ "type": "module", "dependencies": { "@astrojs/react": "*", "@astrojs/starlight": "*" } }\n',
  'tsconfig.json': '{ "extends": "astro/tsconfigs/strict" }\n',
  'astro.config.mjs': `import { unified } from '@astrojs/markdown-remark';
import react from '@astrojs/react';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';

export default defineConfig({
  site: 'https://baseline.example/',
  markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },
  integrations: [
    starlight({ title: 'The same text', customCss: ['katex/dist/katex.min.css'] }),
    react(),
  ],
});
`,
  'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
};

/** Where a section's page lies in the site. */
export function starlightUrl({ slug }: Section): string {
  return `/${slug}/`;
}

/** Writes the project to the folder `root`, with a page for each section of the book in `content`. */
export function writeStarlight(root: string, content = 'content'): void {
  const { sections } = loadBook(content);
  const pages = sections.map((section): [string, string] => [
    `src/content/docs/${section.slug}.mdx`,
    starlightPage(section, readFileSync(section.path, 'utf8')),
  ]);
  for (const [path, text] of [...Object.entries(FILES), ...pages]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const island = 'two-vectors.tsx';
  cpSync(fileURLToPath(new URL(`../${island}`, import.meta.url)), join(root, 'src', island));
}
