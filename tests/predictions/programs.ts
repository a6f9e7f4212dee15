/** The wrong programs of the chapter's stops for predictions, each whole. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { prepareAll, readListing, runListing } from '../../src/listing/build/index.ts';
import { withStatement } from '../../src/listing/predict/prediction.ts';

export const RECORDING = 'tests/goldens/predictions/recorded.json';

await prepareAll();

export interface PredictedProgram {
  /** `vectors.py 11: root forgotten`. */
  readonly title: string;
  readonly text: string;
}

export function everyWrongProgram(): PredictedProgram[] {
  return globSync('content/*/*/listings/*.py')
    .toSorted()
    .flatMap((path) => {
      const notes = path.replace(/\.py$/, '.notes.md');
      const { source } = readListing(
        { file: path, text: readFileSync(path, 'utf8') },
        { file: notes, text: readFileSync(notes, 'utf8') },
        () => [],
      );
      const run = runListing(source.text, new Map());
      const statements = run.kind === 'ran' ? run.trace.statements : [];
      const lines = new Map(source.notes.map(({ marker, line }) => [marker, line]));
      return source.notes.flatMap(({ line, prediction }) =>
        (prediction?.wrong ?? []).flatMap(({ belief, marker, code }) => {
          const statement = statements.find((one) => one.line === lines.get(marker));
          if (statement === undefined) return [];
          // The recorder reads programs without blank lines; they change nothing in what is printed.
          const text = withStatement(source.text, statement, code).replaceAll(/\n+/g, '\n').trimEnd();
          return { title: `${basename(path)} ${line}: ${belief}`, text };
        }),
      );
    });
}
