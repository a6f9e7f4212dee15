import { readFileSync } from 'node:fs';
import { createProcessor } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { VFile } from 'vfile';
import type { Section } from '../book/index.ts';
import { withoutByteOrderMark } from '../diagnostics/index.ts';
import { remarkSyntax } from './remark-syntax.ts';

/** Returns a page read from disk, its metadata blanked as the build does, so that positions stay those of the file. */
export function readPage(path: string): VFile {
  const text = withoutByteOrderMark(readFileSync(path, 'utf8'));
  const value = text.replace(/^---\r?\n[\s\S]*?^---[^\S\n]*$/m, (block) => block.replace(/[^\r\n]/g, ' '));
  return new VFile({ path, value });
}

/** Returns the Markdown tree of a section, as the build's plugins see it first. @throws {AuthorError} where it is not MDX */
export function parsePage(file: VFile, section: Section): Root {
  const nameOf = () => section.file;
  const processor = createProcessor({ remarkPlugins: [remarkGfm, [remarkSyntax, nameOf], remarkMath] });
  // The processor is MDX's own: what it parses to is Markdown with JSX.
  return processor.parse(file) as Root;
}
