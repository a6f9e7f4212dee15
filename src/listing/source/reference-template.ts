import type { ReferenceTemplate } from './listing-source.ts';
import type { NoteCompiler } from './read-listing.ts';
import { withoutParagraph } from './read-listing.ts';
import type { ReferenceEntry } from './reference.ts';

/** Compiles an entry of the reference. @throws {AuthorError} as `compile` does */
export function referenceTemplate(entry: ReferenceEntry, compile: NoteCompiler): ReferenceTemplate {
  const { name, kind, signature, counterpart, trap, file, line } = entry;
  const compiled = (text: string) => compile([{ kind: 'markdown', text }], { file, line, column: 1 });
  return {
    name,
    kind,
    signature,
    returns: withoutParagraph(compiled(entry.returns)),
    ...(counterpart !== undefined && { counterpart }),
    ...(trap !== undefined && { trap: withoutParagraph(compiled(trap)) }),
    text: compiled(entry.text),
  };
}
