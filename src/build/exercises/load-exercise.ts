/** Reads an exercise of a section, draws it with the book's seed, and checks it. Each is read once a build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Section } from '../../book/index.ts';
import { AuthorError, suggestion } from '../../diagnostics/index.ts';
import { checkExercise, readExercise } from '../../exercise/build/index.ts';
import type { DrawnWithWork, ExerciseSource } from '../../exercise/index.ts';
import { BOOK_SEED, drawExercise, prepareAll, workedSolution } from '../../exercise/run/index.ts';
import { type AuthorFile, literalsOf } from '../../listing/build/index.ts';
import type { Literal } from '../../listing/live/index.ts';
import { noteTemplate, sectionAdjustable } from '../../markdown/index.ts';
import { sharedNames } from '../listings/index.ts';

// Programs run without waiting.
await prepareAll();

/** Seeds that each build tries. The unit tests try 300 with every exercise of the book, which takes too long for a build. */
const SEED_COUNT = 10;

/** What the page fetches to bring an exercise to life, as plain JSON: the numbers and sums are those of the book's seed. */
export interface ExerciseData extends DrawnWithWork {
  readonly source: ExerciseSource;
  /** The numbers that the program shares with the section's adjustable figures; absent where there are none. */
  readonly literals?: readonly Literal[];
}

/** Returns the name of every exercise of a section. */
export function exercisesOf(section: Section): string[] {
  const folder = join(section.folder, 'exercises');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => (file.endsWith('.py') ? [file.slice(0, -'.py'.length)] : []));
}

const known = new Map<string, { readonly texts: string; readonly data: ExerciseData }>();

/** @throws {AuthorError} for a program or a text that is not there, and for whatever is wrong with them */
export function loadExercise(section: Section, name: string): ExerciseData {
  const program = authorFile(section, name, '.py');
  const text = authorFile(section, name, '.md');
  const texts = JSON.stringify([program.text, text.text]);
  const cached = known.get(program.file);
  if (cached?.texts === texts) return cached.data;
  const authored = readExercise(program, text, noteTemplate);
  checkExercise(authored, SEED_COUNT);
  const { source } = authored;
  const drawn = drawExercise(source, BOOK_SEED);
  const literals = sharedLiterals(section, source.program);
  const data = {
    source,
    drawn,
    work: workedSolution(source, drawn),
    ...(literals.length > 0 && { literals }),
  };
  known.set(program.file, { texts, data });
  return data;
}

/** Returns for each exercise of a section the adjustable figures that its program gives the same numbers, by its file. */
export function exerciseFigures(section: Section): (readonly [file: string, names: readonly string[]])[] {
  return exercisesOf(section).flatMap((name) => {
    const names = new Set(loadExercise(section, name).literals?.map((literal) => literal.name ?? ''));
    return names.size === 0 ? [] : [[`exercises/${name}.py`, [...names]] as const];
  });
}

function sharedLiterals(section: Section, program: string): Literal[] {
  const lines = program.split('\n');
  // A drawn number is not one of the section's figures, even if it is equal.
  const literals = literalsOf(program).filter(({ line }) => !lines[line - 1]?.includes('draw.'));
  const names = sharedNames(literals, sectionAdjustable(section).adjustable);
  return literals.filter(({ name }) => name !== undefined && names.includes(name));
}

function authorFile(section: Section, name: string, ending: '.py' | '.md'): AuthorFile {
  const path = join(section.folder, 'exercises', `${name}${ending}`);
  const folder = `${section.file.replace(/[^/]*$/, '')}exercises/`;
  const file = `${folder}${name}${ending}`;
  if (existsSync(path)) return { file, text: readFileSync(path, 'utf8') };
  if (ending === '.md')
    throw new AuthorError({ file, line: 1, column: 1 }, 'No text beside the program of the exercise.');
  throw new AuthorError(
    { file: section.file, line: 1, column: 1 },
    `No exercise "${name}" in the exercises folder. ${suggestion(name, exercisesOf(section))}`,
  );
}
