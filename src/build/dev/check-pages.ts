/** Checks in development what a build would stop at. */
import { readFile } from 'node:fs/promises';
import { unified } from '@astrojs/markdown-remark';
import { loadBook, type Section } from '../../book/index.ts';
import { AuthorError, withoutByteOrderMark } from '../../diagnostics/index.ts';
import { markdownOptions } from '../../markdown/index.ts';
import { exercisesOf, loadExercise } from '../exercises/index.ts';
import { loadListing, programsOf } from '../listings/index.ts';

/** Returns the messages of all author errors in the book's sections, programs and exercises; none where a build would go through. */
export async function checkPages(content: string): Promise<readonly string[]> {
  const problems: string[] = [];
  const attempt = async (work: () => unknown) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AuthorError)) throw error;
      problems.push(error.message);
    }
  };
  let sections: readonly Section[] = [];
  await attempt(() => {
    sections = loadBook(content).sections;
  });
  for (const section of sections) {
    await attempt(() => compile(content, section));
    for (const program of programsOf(section)) await attempt(() => loadListing(section, program));
    for (const name of exercisesOf(section)) await attempt(() => loadExercise(section, name));
  }
  return [...new Set(problems)];
}

/** @throws {AuthorError} */
async function compile(content: string, { path }: Section): Promise<void> {
  const renderer = await unified(markdownOptions(content)).createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false, srcDir: new URL('../../', import.meta.url), sourcemap: false },
  );
  const text = withoutByteOrderMark(await readFile(path, 'utf8')).replace(
    /^---\r?\n[\s\S]*?^---$/m,
    (block) => block.replace(/\S/g, ' '),
  );
  await renderer?.process(text, path, {});
}
