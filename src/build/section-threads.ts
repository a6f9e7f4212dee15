/**
 * The Astro integration that compiles a large book's sections in several threads. A build compiles every section before it makes
 * any page, and no section needs another.
 */
import type { AstroIntegration } from 'astro';
import type { CreateRenderer, SectionJob, SectionOptions, SectionPage } from './section-thread.ts';
import { Threads, threadsFor } from './threads/threads.ts';

/** Returns the integration. @param sectionCount how many sections the book has */
export function sectionThreads(sectionCount: number): AstroIntegration {
  return {
    name: 'section-threads',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        // No threads (0) where the main thread alone is faster.
        const threadCount = threadsFor(sectionCount);
        if (command !== 'build' || threadCount === 0) return;
        let threads: Threads<SectionJob, SectionPage> | undefined;
        const createMdxRenderer: CreateRenderer = async (shared, { srcDir, ...mdx }) => {
          const data: SectionOptions = { shared, mdx, srcDir: srcDir?.href };
          const module = new URL('./section-thread.ts', import.meta.url);
          const pool = new Threads<SectionJob, SectionPage>(module, data, threadCount);
          threads = pool;
          return { process: (...job) => pool.run(job) };
        };
        updateConfig({
          markdown: { processor: { ...config.markdown.processor, createMdxRenderer } },
          vite: {
            plugins: [{ name: 'section-threads', buildEnd: () => threads?.close() }],
          },
        });
      },
    },
  };
}
