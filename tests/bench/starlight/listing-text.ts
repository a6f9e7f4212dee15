import type { Section } from '../../../src/book/index.ts';
import { loadListing } from '../../../src/components/listing/load-listing.ts';
import { plainMarkdown } from '../../../src/markdown/index.ts';

/** A program as a block of code, and below it what its notes say, each under its title. */
export function listingText(section: Section, file: string): string {
  const { source, title, panels } = loadListing(section, file);
  const notes = panels.flatMap(({ note }) => (note ? `**${note.title}** ${plainMarkdown(note.text)}` : []));
  return [`\`\`\`python title=${JSON.stringify(title)}\n${source.trimEnd()}\n\`\`\``, ...notes].join('\n\n');
}
