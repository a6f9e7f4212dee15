/** Compiles a program of an exercise with its text. */
import { AuthorError, suggestion } from '../../diagnostics/index.ts';
import {
  type AuthorFile,
  type NoteCompiler,
  notePieces,
  plainText,
  withoutParagraph,
} from '../../listing/build/index.ts';
import { type Slot, slotKey, type TemplateNode } from '../../slots/index.ts';
import { type ExerciseFile, type ExercisePart, readExerciseFile } from './exercise-file.ts';
import { type ExerciseSource, KINDS, type Kind, type Why } from './exercise-source.ts';

/** An exercise, compiled, with what only the build needs to name a place in its files. */
export interface AuthoredExercise {
  readonly source: ExerciseSource;
  readonly program: AuthorFile;
  readonly text: ExerciseFile;
}

/** The parts that every exercise has. */
const REQUIRED = ['hint', 'back'];

/**
 * Reads and compiles the program of an exercise and the text beside it.
 *
 * @param compile makes a template of Markdown, as for notes beside a program
 * @throws {AuthorError} for what cannot be read in the text; the program is not run
 */
export function readExercise(
  program: AuthorFile,
  textFile: AuthorFile,
  compile: NoteCompiler,
): AuthoredExercise {
  const text = readExerciseFile(textFile);
  const slots = new Map<string, Slot>();
  const compiled = (part: ExercisePart): TemplateNode[] => {
    const pieces = notePieces({ text: part.body, line: part.bodyLine }, text.file);
    for (const piece of pieces) if (piece.kind === 'slot') slots.set(slotKey(piece.slot), piece.slot);
    return compile(pieces, { file: text.file, line: part.bodyLine, column: 1 });
  };
  const partNamed = (heading: string) => {
    const part = text.parts.find((each) => each.heading === heading);
    return part === undefined ? [] : compiled(part);
  };
  const missing = REQUIRED.find((heading) => text.parts.every((part) => part.heading !== heading));
  if (missing !== undefined)
    throw new AuthorError({ file: text.file, line: 1, column: 1 }, `No part "## ${missing}".`);
  const name = (program.file.split('/').at(-1) ?? program.file).replace(/\.py$/, '');
  const source = {
    name,
    title: required(text, 'title'),
    kind: kindOf(text),
    program: plainText(program.text),
    question: partNamed('question'),
    hint: partNamed('hint'),
    work: partNamed('work'),
    back: withoutParagraph(partNamed('back')),
    slips: text.parts
      .filter(({ heading }) => heading.startsWith('slip '))
      .map((part) => [part.heading.slice('slip '.length), compiled(part)] as const),
    ...whyOf(text, compiled),
    optionsAreCode: optionsAreCode(text),
    ...signatureOf(text),
  };
  return { source: { ...source, slots: [...slots.values()] }, program, text };
}

/** Returns the question for a reason and the reasons: the first paragraph of each is the reason, the rest what is said to it. */
function whyOf(
  { file, parts }: ExerciseFile,
  compiled: (part: ExercisePart) => TemplateNode[],
): { why?: Why } {
  const why = parts.find(({ heading }) => heading === 'why');
  const reasons = parts.filter(({ heading }) => heading.startsWith('reason '));
  const [first] = reasons;
  if (why === undefined && first === undefined) return {};
  if (why === undefined || reasons.length < 2)
    throw new AuthorError(
      { file, line: why?.line ?? first?.line ?? 1, column: 1 },
      'A second step needs "## why" with its question and at least two parts "## reason NAME".',
    );
  return {
    why: {
      question: withoutParagraph(compiled(why)),
      reasons: reasons.map((part) => {
        const [text = '', ...rest] = part.body.split(/(?<=\n)\n+/);
        const words = part.body.slice(text.length).trimStart();
        const wordsLine =
          part.bodyLine + part.body.slice(0, part.body.length - words.length).split('\n').length - 1;
        return {
          name: part.heading.slice('reason '.length),
          text: withoutParagraph(compiled({ ...part, body: text.trimEnd() })),
          words: rest.length === 0 ? [] : compiled({ ...part, body: words, bodyLine: wordsLine }),
        };
      }),
    },
  };
}

function required({ fields, problem }: ExerciseFile, field: string): string {
  const value = fields.get(field);
  if (value === undefined || value.trim() === '')
    throw problem(field, `Missing field "${field}". Expected some text.`);
  return value;
}

function kindOf(text: ExerciseFile): Kind {
  const found = required(text, 'kind');
  const kind = KINDS.find((each) => each === found);
  if (kind === undefined)
    throw text.problem('kind', `Wrong field "kind": found "${found}". ${suggestion(found, KINDS)}`);
  return kind;
}

function optionsAreCode({ fields, problem }: ExerciseFile): boolean {
  const found = fields.get('options');
  if (found === undefined || found === 'text') return false;
  if (found === 'code') return true;
  throw problem('options', `Wrong field "options": found "${found}". Expected text or code.`);
}

function signatureOf(text: ExerciseFile): { signature?: string } {
  if (kindOf(text) !== 'function') return {};
  const signature = required(text, 'function');
  if (/^[A-Za-z_]\w*\([^()]*\)$/.test(signature)) return { signature };
  throw text.problem(
    'function',
    `Wrong field "function": found "${signature}". Expected such as layer(X, W, b).`,
  );
}
