/** A thread that compiles sections. */
import { workerData } from 'node:worker_threads';
import { unified } from '@astrojs/markdown-remark';
import { markdownOptions } from '../markdown/index.ts';
import { answerJobs } from './threads/answer-jobs.ts';

export type CreateRenderer = NonNullable<ReturnType<typeof unified>['createMdxRenderer']>;
type Renderer = Awaited<ReturnType<CreateRenderer>>;
export type SectionJob = Parameters<Renderer['process']>;
export type SectionPage = Awaited<ReturnType<Renderer['process']>>;

/** What Astro wants of the compiler; an address goes to a thread as its text. */
export type SectionOptions = {
  readonly shared: Parameters<CreateRenderer>[0];
  readonly mdx: Omit<Parameters<CreateRenderer>[1], 'srcDir'>;
  readonly srcDir: string | undefined;
};

const { shared, mdx, srcDir }: SectionOptions = workerData;
const { createMdxRenderer } = unified(markdownOptions('content'));
if (!createMdxRenderer) throw new Error('The Markdown processor does not compile MDX.');
const renderer = await createMdxRenderer(shared, { ...mdx, ...(srcDir && { srcDir: new URL(srcDir) }) });
answerJobs((job: SectionJob) => renderer.process(...job));
