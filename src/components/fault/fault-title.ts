import type { LoadedFault } from '../../build/faults/index.ts';
import { AuthorError } from '../../diagnostics/index.ts';
import { messageOf } from '../../listing/live/index.ts';

/**
 * Returns the heading of an entry: its title, else the message of its first program.
 *
 * @throws {AuthorError} where there is neither
 */
export function faultTitle({ source, endings }: LoadedFault, title: string | undefined): string {
  const message = messageOf(endings.wrong);
  if (title !== undefined) return title;
  if (message === undefined)
    throw new AuthorError(
      { file: source.file, line: 1, column: 1 },
      'The program goes wrong without a message. Give its <Fault> a title.',
    );
  return `${message.type}: ${message.text.trim()}`;
}
