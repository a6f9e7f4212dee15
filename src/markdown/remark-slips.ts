/** Throws the author errors that the plugins before it have found in a page, all at once. */
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { AuthorError } from '../diagnostics/index.ts';

/** @throws {AuthorError} at the first of them in the text; its message has a line for each */
export const remarkSlips: Plugin<[], Root> = () => (_, file) => {
  const found = new Map((file.data.slips ?? []).map((slip) => [slip.message, slip]));
  const [first, ...more] = [...found.values()].toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (first === undefined) return;
  if (more.length === 0) throw first;
  const problem = first.message.slice(first.message.indexOf('  ') + 2);
  throw new AuthorError(first.place, [problem, ...more.map(({ message }) => message)].join('\n'));
};
