import type { Place } from '../../diagnostics/index.ts';
import { noteHtml } from '../../markdown/index.ts';

const known = new Map<string, string>();

/**
 * The HTML of a text of the reference, made once a build: every section explains the functions that it meets first.
 *
 * @throws {AuthorError} as `noteHtml` does
 */
export function entryHtml(markdown: string, place: Place): string {
  const html = known.get(markdown) ?? noteHtml(markdown, place);
  known.set(markdown, html);
  return html;
}
