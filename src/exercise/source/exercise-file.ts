/** Reads the text of an exercise: metadata between `---`, the question, then a heading for each further part. */
import { parse, YAMLParseError } from 'yaml';
import { AuthorError, type Place, suggestion } from '../../diagnostics/index.ts';
import { type AuthorFile, plainText } from '../../listing/build/index.ts';

/** One part of the text: its heading, and its Markdown with slots. */
export interface ExercisePart {
  /** `question`, `hint`, `back`, `work`, `why`, `slip NAME` or `reason NAME`. */
  readonly heading: string;
  readonly body: string;
  /** The lines, from 1, of its heading and of the body's first line. */
  readonly line: number;
  readonly bodyLine: number;
}

export interface ExerciseFile {
  readonly file: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly parts: readonly ExercisePart[];
  /** An error about a field, at its line. */
  readonly problem: (field: string, problem: string) => AuthorError;
}

const FIELDS = ['title', 'kind', 'options', 'function'];
const PARTS = ['hint', 'back', 'work', 'why', 'slip NAME', 'reason NAME'];
const HEADING = /^## +(hint|back|work|why|(?:slip|reason) [A-Za-z_]\w*) *$/;

/**
 * @throws {AuthorError} for metadata that is missing, unknown or of the wrong kind, for an unknown heading, and for a part that
 * is empty or stands twice
 */
export function readExerciseFile({ file, text }: AuthorFile): ExerciseFile {
  const lines = plainText(text).split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0)
    throw new AuthorError(
      { file, line: 1, column: 1 },
      'The text of an exercise begins with its metadata. Expected title: and kind: between two lines of three hyphens.',
    );
  const problem = (field: string, message: string): AuthorError => {
    const index = lines.findIndex((line, k) => k < end && line.startsWith(`${field}:`));
    return new AuthorError({ file, line: Math.max(0, index) + 1, column: 1 }, message);
  };
  const fields = readFields(lines.slice(1, end).join('\n'), file);
  const unknown = [...fields.keys()].find((field) => !FIELDS.includes(field));
  if (unknown !== undefined)
    throw problem(unknown, `Unknown field "${unknown}". ${suggestion(unknown, FIELDS)}`);
  return { file, fields, parts: readParts(lines, end + 1, file), problem };
}

function readFields(text: string, file: string): ReadonlyMap<string, string> {
  try {
    const fields: unknown = parse(text);
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields))
      return new Map(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const at = error.linePos?.[0];
    throw new AuthorError({ file, line: (at?.line ?? 1) + 1, column: at?.col ?? 1 }, error.message);
  }
  throw new AuthorError(
    { file, line: 2, column: 1 },
    'The metadata is no list of fields. Expected lines such as "kind: number".',
  );
}

function readParts(lines: readonly string[], from: number, file: string): ExercisePart[] {
  const starts = lines.flatMap((line, index) => (index >= from && /^#+ /.test(line) ? [index] : []));
  const question = partOf('question', from - 1, starts[0] ?? lines.length, lines, file);
  const parts = starts.map((index, k) => {
    const heading = HEADING.exec(lines[index] ?? '')?.[1];
    const place: Place = { file, line: index + 1, column: 1 };
    if (heading === undefined)
      throw new AuthorError(
        place,
        `"${lines[index]}" is no part of an exercise. ${suggestion((lines[index] ?? '').replace(/^#+ +/, ''), PARTS)}`,
      );
    return partOf(heading, index, starts[k + 1] ?? lines.length, lines, file);
  });
  const all = [question, ...parts];
  for (const [k, part] of all.entries())
    if (all.findIndex(({ heading }) => heading === part.heading) !== k)
      throw new AuthorError({ file, line: part.line, column: 1 }, `A second "${part.heading}". Keep one.`);
  return all;
}

/** @param start the index of the line before the part's own text */
function partOf(
  heading: string,
  start: number,
  end: number,
  lines: readonly string[],
  file: string,
): ExercisePart {
  const first = lines.findIndex((line, k) => k > start && line.trim() !== '');
  if (first < 0 || first >= end)
    throw new AuthorError(
      { file, line: start + 1, column: 1 },
      `The ${heading} is empty. Expected some text.`,
    );
  const body = lines.slice(first, end).join('\n').trimEnd();
  return { heading, body, line: start + 1, bodyLine: first + 1 };
}
