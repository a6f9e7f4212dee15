/** Parses YAML and keeps the positions, so that every error can name file, line and column. */
import type { z } from 'astro/zod';
import { isMap, LineCounter, type Node, parseDocument } from 'yaml';
import { AuthorError, type Place, schemaProblem } from '../diagnostics/index.ts';

type Path = readonly PropertyKey[];

/** A checked value and where each part of it was written. */
export interface YamlSource<T> {
  readonly value: T;
  /** Where the value at `path` was written; the nearest enclosing value if there is none. */
  readonly placeOf: (path: Path) => Place;
}

/**
 * Reads `text` and checks it by `schema`.
 *
 * @param file how messages name the file
 * @param linesBefore lines of the file that come before `text`
 * @throws {AuthorError} on bad YAML and on anything the schema refuses
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  file: string,
  linesBefore = 0,
): YamlSource<z.output<S>> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const place = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: line + linesBefore, column: col };
  };
  const [broken] = document.errors;
  if (broken) throw new AuthorError(place(broken.pos[0]), `Not valid YAML: ${broken.message.split('\n')[0]}`);

  const nodeAt = (path: Path) => document.getIn(path, true) as Node | undefined;
  const placeOf = (path: Path): Place => {
    const offset = nodeAt(path)?.range?.[0];
    if (offset !== undefined || path.length === 0) return place(offset ?? 0);
    return placeOf(path.slice(0, -1));
  };
  const placeOfName = (path: Path): Place => {
    const parent = path.length > 1 ? nodeAt(path.slice(0, -1)) : document.contents;
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => String(key) === String(path.at(-1)))
      : undefined;
    const offset = (pair?.key as Node | undefined)?.range?.[0];
    return offset === undefined ? placeOf(path) : place(offset);
  };

  const value: unknown = document.toJS() ?? {};
  const problem = schemaProblem(schema, value);
  if (problem)
    throw new AuthorError(
      problem.about === 'name' ? placeOfName(problem.path) : placeOf(problem.path),
      problem.message,
    );
  return { value: schema.parse(value), placeOf };
}
