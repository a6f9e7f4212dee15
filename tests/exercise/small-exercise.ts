/** Exercises written in a few lines, for tests. */
import { type AuthoredExercise, readExercise } from '../../src/exercise/build/index.ts';
import { noteTemplate } from '../../src/markdown/index.ts';

/**
 * An exercise of a program, which gets its imports, with words for each slip.
 *
 * @param kind with further fields of the metadata, such as `function\nfunction: f(x)`
 */
export function smallExercise(
  kind: string,
  program: string,
  slips: readonly string[] = [],
  text = 'What is it?',
): AuthoredExercise {
  const parts = slips.map((name) => `## slip ${name}\n\nThis is ${name}.\n`);
  return readExercise(
    { file: 'small.py', text: `from book import draw\nimport numpy as np\n${program}\n` },
    {
      file: 'small.md',
      text: `---\ntitle: Small\nkind: ${kind}\n---\n\n${text}\n\n## hint\n\nLook.\n\n## back\n\nAbove.\n\n${parts.join('\n')}`,
    },
    noteTemplate,
  );
}
