/** The exercises of the book, as their authors wrote them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBook } from '../../src/book/index.ts';
import { type AuthoredExercise, readExercise } from '../../src/exercise/build/index.ts';
import { noteTemplate } from '../../src/markdown/index.ts';

const folders = loadBook('content').sections.map(({ folder }) => join(folder, 'exercises'));

/** Every exercise by its name. */
export const chapterExercises: readonly (readonly [name: string, exercise: AuthoredExercise])[] = folders
  .flatMap((folder) => globSync(`${folder}/*.py`))
  .toSorted()
  .map((path) => {
    const text = path.replace(/\.py$/, '.md');
    const exercise = readExercise(
      { file: path, text: readFileSync(path, 'utf8') },
      { file: text, text: readFileSync(text, 'utf8') },
      noteTemplate,
    );
    return [exercise.source.name, exercise] as const;
  });
