import type { Section } from '../../../src/book/index.ts';
import { loadListing } from '../../../src/build/listings/index.ts';
import { notesMarkdown } from '../../../src/listing/build/index.ts';
import { plainMarkdown } from '../../../src/markdown/index.ts';

/** A program as a block of code, and below it what its notes say, each under its title. */
export function listingText(section: Section, file: string): string {
  const { listing, view } = loadListing(section, file);
  const { text, title } = listing.source;
  const notes = [...notesMarkdown(listing, view).values()].map(
    (note) => `**${note.title}** ${plainMarkdown(note.body)}`,
  );
  return [`\`\`\`python title=${JSON.stringify(title)}\n${text.trimEnd()}\n\`\`\``, ...notes].join('\n\n');
}
