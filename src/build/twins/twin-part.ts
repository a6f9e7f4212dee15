/** What a Markdown twin says of a program: its text, what it prints, how it ends. */
import type { Section } from '../../book/index.ts';
import { messageOf } from '../../listing/live/index.ts';
import type { TwinPart } from '../../markdown/index.ts';
import { loadExercise } from '../exercises/index.ts';
import { loadFault } from '../faults/index.ts';
import { loadListing } from '../listings/index.ts';

/** Returns the Markdown of a part. @throws {AuthorError} for a program that is not there or wrong */
export function twinPart(section: Section, part: TwinPart): string {
  switch (part.kind) {
    case 'listing':
      return part.files.map((file) => listing(section, file)).join('\n\n');
    case 'fault': {
      const heading = part.title ?? message(section, part.files);
      return [`### ${heading}`, ...faults(section, part.files)].join('\n\n');
    }
    case 'exercise': {
      const { source } = loadExercise(section, part.name);
      return `**Exercise: [${source.title}](./#exercise-${part.name})**`;
    }
    default:
      return part satisfies never;
  }
}

function listing(section: Section, file: string): string {
  const { source, run } = loadListing(section, file).view;
  const stdout = run.kind === 'ran' ? run.trace.stdout : run.stdout;
  const ends = run.kind === 'ran' ? run.traceback : '';
  return [`\`${file}\``, fenced(source.text, 'python'), ...printed(`${stdout}${ends}`)].join('\n\n');
}

/** Returns the message of the first of the faults, as one line of text. */
function message(section: Section, [first = '']: readonly string[]): string {
  const ending = messageOf(loadFault(section, first).endings.wrong);
  return ending === undefined ? first : `\`${ending.type}: ${ending.text.trim().replaceAll(/\s+/g, ' ')}\``;
}

function faults(section: Section, files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const { source, endings } = loadFault(section, file);
    return [
      fenced(source.text, 'python'),
      ...printed(endings.wrong.map(({ text }) => text).join('\n')),
      'The repair:',
      fenced(source.repaired, 'python'),
    ];
  });
}

function printed(text: string): string[] {
  return text.trim() === '' ? [] : ['It prints:', fenced(text, 'text')];
}

/** A fence is longer than any run of backticks in the text. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
