/** Checks that the reference explains whatever a program uses. */
import { AuthorError, nearest } from '../../diagnostics/index.ts';
import type { AuthorFile } from '../source/author-file.ts';
import type { Reference } from '../source/reference.ts';
import type { ListingView } from '../view/listing-view.ts';

/** @throws {AuthorError} that names all entries that are missing, each with its line, and ends with entries to fill in */
export function checkReference({ file }: AuthorFile, { panels }: ListingView, reference: Reference): void {
  const missing = new Map<string, number>();
  for (const { line, reference: names } of panels)
    for (const name of names) if (!reference.has(name) && !missing.has(name)) missing.set(name, line);
  const [first] = missing.values();
  if (first === undefined) return;
  const listed = [...missing].map(([name, line]) => `"${name}" (line ${line}${meant(name, reference)})`);
  const stubs = [...missing.keys()].map(stubOf);
  throw new AuthorError(
    { file, line: first, column: 1 },
    `Not in the reference: ${listed.join(', ')}. Add to a file in content/reference, and fill in:\n\n${stubs.join('\n')}`,
  );
}

function meant(name: string, reference: Reference): string {
  const near = nearest(name, [...reference.keys()]);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

/** Returns an entry with the fields that it must have. */
function stubOf(name: string): string {
  const [owner = '', member] = name.split(/\.(?=[^.]+$)/);
  const isMember =
    member !== undefined && /^[A-Z]|^(?:ndarray|list|dict|str|tuple|set|int|float)$/.test(owner);
  const kind = isMember ? 'method' : /^\w/.test(name) ? 'function' : 'operator';
  const signature = kind === 'operator' ? `a ${name} b` : `${name}(…)`;
  return `## ${name}\n\nsignature: ${signature}\nkind: ${kind}\nreturns: …\n\n…\n`;
}
