import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { loadBook } from './src/book/index.ts';
import { portableSite } from './src/build/integration.ts';
import { sectionThreads } from './src/build/section-threads.ts';
import { markdownOptions } from './src/markdown/index.ts';

const book = loadBook('content');

export default defineConfig({
  site: process.env.SITE_URL ?? book.site,
  trailingSlash: 'ignore',
  server: { port: Number(process.env.PORT) || 4321 },
  markdown: { processor: unified(markdownOptions('content')), syntaxHighlight: false },
  integrations: [
    mdx({ optimize: true }),
    react(),
    sectionThreads(book.sections.length),
    portableSite({ comments: book.comments && 'giscus' }),
  ],
  devToolbar: { enabled: false },
});
