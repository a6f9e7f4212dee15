/** Reads the notes beside a program: metadata between `---`, then a heading `## marker: title` for each note. */
import { parse, YAMLParseError } from 'yaml';
import { AuthorError, type Place, suggestion } from '../../diagnostics/index.ts';
import type { Hue } from '../../explain/index.ts';
import { plainText } from './author-file.ts';
import { type AuthoredPrediction, takePrediction } from './prediction-block.ts';

/** What an author wrote about one line. */
export interface Note {
  readonly marker: string;
  readonly title: string;
  /** Markdown with maths and slots. */
  readonly body: string;
  /** The lines, from 1, of its heading and of the body's first line. */
  readonly line: number;
  readonly bodyLine: number;
  /** What a reader may predict before the line runs. */
  readonly prediction?: AuthoredPrediction;
}

export interface Notes {
  readonly file: string;
  readonly program: string;
  readonly title: string;
  /** For each variable the names of its axes, such as `n` for rows that are neurons. */
  readonly axes: ReadonlyMap<string, readonly string[]>;
  readonly hues: ReadonlyMap<string, Hue>;
  /** The marker of this file and the twin's marker for each pair that the author has named. */
  readonly twins: ReadonlyMap<string, string>;
  /** The type of the exception that the program is meant to end with. */
  readonly raises: string | undefined;
  readonly notes: readonly Note[];
}

const FIELDS = ['program', 'title', 'axes', 'hues', 'twins', 'raises'];
const HUES: readonly Hue[] = ['x', 'w', 'b', 'z', 'a'];
const HEADING = /^## +([a-z0-9]+(?:-[a-z0-9]+)*): +(\S.*)$/;

/**
 * @param text the content of the notes file
 * @param file its name in messages
 * @throws {AuthorError} for metadata that is missing, unknown or of the wrong kind, and for a heading without a title
 */
export function readNotes(text: string, file: string): Notes {
  const lines = plainText(text).split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0)
    throw new AuthorError(
      { file, line: 1, column: 1 },
      'Notes begin with their metadata. Expected program: and title: between two lines of three hyphens.',
    );
  const meta = new Metadata(lines.slice(1, end), file);
  return {
    file,
    program: meta.text('program'),
    title: meta.text('title'),
    axes: meta.map('axes', isAxes, 'a list of names such as [n, f]'),
    hues: meta.map('hues', isHue, `one of ${HUES.join(', ')}`),
    twins: meta.map('twins', isMarker, "a marker of the twin's notes"),
    raises: meta.optionalText('raises'),
    notes: splitNotes(lines, end + 1, file),
  };
}

function isHue(value: unknown): value is Hue {
  return HUES.some((hue) => hue === value);
}

function isAxes(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function isMarker(value: unknown): value is string {
  return typeof value === 'string';
}

class Metadata {
  readonly #lines: readonly string[];
  readonly #file: string;
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(lines: readonly string[], file: string) {
    this.#lines = lines;
    this.#file = file;
    this.#values = this.#parse();
    const unknown = [...this.#values.keys()].find((name) => !FIELDS.includes(name));
    if (unknown !== undefined)
      throw this.#problem(unknown, `Unknown field "${unknown}". ${suggestion(unknown, FIELDS)}`);
  }

  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined) throw this.#problem(name, `Missing field "${name}". Expected some text.`);
    return value;
  }

  optionalText(name: string): string | undefined {
    const value = this.#values.get(name);
    if (value === undefined || (typeof value === 'string' && value.trim() !== '')) return value;
    throw this.#problem(name, `Wrong field "${name}": found ${JSON.stringify(value)}. Expected some text.`);
  }

  map<T>(name: string, accepts: (value: unknown) => value is T, expected: string): ReadonlyMap<string, T> {
    const entries = Object.entries(this.#values.get(name) ?? {});
    const sound = entries.filter((entry): entry is [string, T] => accepts(entry[1]));
    const wrong = entries.find(([, value]) => !accepts(value));
    if (wrong !== undefined)
      throw this.#problem(
        name,
        `Wrong field "${name}": "${wrong[0]}" is ${JSON.stringify(wrong[1])}. Expected ${expected}.`,
      );
    return new Map(sound);
  }

  #parse(): ReadonlyMap<string, unknown> {
    try {
      const fields: unknown = parse(this.#lines.join('\n'));
      if (typeof fields === 'object' && !Array.isArray(fields)) return new Map(Object.entries(fields ?? {}));
    } catch (error) {
      if (!(error instanceof YAMLParseError)) throw error;
      const at = error.linePos?.[0];
      throw new AuthorError(
        { file: this.#file, line: (at?.line ?? 1) + 1, column: at?.col ?? 1 },
        error.message,
      );
    }
    throw new AuthorError(
      { file: this.#file, line: 2, column: 1 },
      'The metadata is no list of fields. Expected lines such as "title: A layer".',
    );
  }

  #problem(field: string, problem: string): AuthorError {
    const index = this.#lines.findIndex((line) => line.startsWith(`${field}:`));
    const place: Place = { file: this.#file, line: index < 0 ? 1 : index + 2, column: 1 };
    return new AuthorError(place, problem);
  }
}

function splitNotes(lines: readonly string[], from: number, file: string): Note[] {
  const headings = lines.flatMap((line, index) => (index >= from && /^#+ /.test(line) ? [index] : []));
  const stray = lines.findIndex((line, index) => index >= from && line.trim() !== '');
  if (stray >= 0 && stray !== headings[0])
    throw new AuthorError(
      { file, line: stray + 1, column: 1 },
      'Text before the first note. Expected a heading "## marker: title".',
    );
  return headings.map((index, k) => {
    const [, marker, title] = HEADING.exec(lines[index] ?? '') ?? [];
    const place = { file, line: index + 1, column: 1 };
    if (marker === undefined || title === undefined)
      throw new AuthorError(place, 'Not the heading of a note. Expected "## marker: title".');
    const first = lines.findIndex((line, at) => at > index && line.trim() !== '');
    const end = headings[k + 1] ?? lines.length;
    if (first < 0 || first >= end)
      throw new AuthorError(place, `The note "${marker}" is empty. Expected an explanation below its title.`);
    const text = lines.slice(first, end).join('\n').trimEnd();
    const noteAt = { marker, title: title.trim(), line: index + 1, bodyLine: first + 1 };
    return { ...noteAt, ...takePrediction(text, { file, marker, line: first + 1 }) };
  });
}
