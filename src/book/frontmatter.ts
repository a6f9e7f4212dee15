import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { AuthorError, suggestion, withoutByteOrderMark } from '../diagnostics/index.ts';
import { readYaml } from './yaml-source.ts';

const text = z.string().trim().min(1);

/** What stands between the `---` lines at the top of a section's `index.mdx`. */
export const frontmatterSchema = z.strictObject({
  title: text,
  /** One or two sentences under the title. */
  lede: text,
  /** For search engines and previews. */
  description: text.max(160),
  keywords: z.array(text).min(1),
  /** The Python file whose names the section's slots use. */
  figures: text,
});

/** The checked metadata of a section. */
export type Frontmatter = z.output<typeof frontmatterSchema>;

/**
 * Reads and checks the metadata of the section in `path`.
 *
 * @param file how messages name the file
 * @throws {AuthorError} with the place of the field that is missing, unknown or wrong
 */
export function readFrontmatter(path: string, file: string): Frontmatter {
  const block = /^---\r?\n([\s\S]*?)^---\s*$/m.exec(withoutByteOrderMark(readFileSync(path, 'utf8')));
  if (block?.index !== 0)
    throw new AuthorError(
      { file, line: 1, column: 1 },
      `No metadata. Start the file with --- lines around ${Object.keys(frontmatterSchema.shape).join(', ')}.`,
    );
  const { value, placeOf } = readYaml(block[1] ?? '', frontmatterSchema, file, 1);
  const folder = dirname(path);
  if (!existsSync(join(folder, value.figures))) {
    const known = readdirSync(folder).filter((name) => name.endsWith('.py'));
    throw new AuthorError(
      placeOf(['figures']),
      `No file "${value.figures}" in this section's folder. ${suggestion(value.figures, known)}`,
    );
  }
  return value;
}
