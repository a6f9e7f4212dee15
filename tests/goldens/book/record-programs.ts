/** Records what real Python makes of the book's programs and exercises. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bookSlots, readListing, withoutMarkers } from '../../../src/listing/build/index.ts';
import { noteTemplate } from '../../../src/markdown/index.ts';
import { DESCRIBE } from '../../../src/slots/evaluate/index.ts';
import { runPython } from './real-python.ts';

/** Texts of recordings by the file they belong in. */
export type Recordings = ReadonlyMap<string, string>;

const read = (path: string) => readFileSync(path, 'utf8');
const listings = () => globSync('content/*/*/listings/*.py').toSorted();

/** Makes ../record.py record a program from standard input, without a file of its own. */
const RECORD_STEPS = `
import json, sys, types
request = json.load(sys.stdin)
recorder = types.ModuleType("recorder")
exec(compile(request["recorder"], "recorder", "exec"), recorder.__dict__)
recorder.torch.manual_seed(0)
print(json.dumps(recorder.Recorder(request["program"], True).run(), ensure_ascii=False, indent=1))
`;

/** Returns the steps of each listing. */
export function recordChapter(): Recordings {
  const recorder = read('tests/goldens/record.py');
  return new Map(
    listings().map((path) => {
      const input = JSON.stringify({ recorder, program: withoutMarkers(read(path)) });
      return [`tests/goldens/chapter/${basename(path, '.py')}.json`, runPython(RECORD_STEPS, input)];
    }),
  );
}

/** Returns what every expression of each listing comes to, and the slots of its notes. */
export function recordListings(): Recordings {
  return new Map(
    listings().map((path) => {
      const notes = path.replace(/\.py$/, '.notes.md');
      const { source } = readListing(
        { file: path, text: read(path) },
        { file: notes, text: read(notes) },
        noteTemplate,
      );
      const input = JSON.stringify({
        recorder: read('tests/goldens/record.py'),
        slots: DESCRIBE,
        program: source.text,
        notes: Object.fromEntries(bookSlots(source)),
      });
      const recording = runPython(read('tests/goldens/listings/record.py'), input);
      return [`tests/goldens/listings/${basename(path, '.py')}.json`, `${recording.trimEnd()}\n`];
    }),
  );
}

/** The run seeds that exercises are recorded with. */
const SEEDS = [400, 411];

/** Returns the answers and slips of all exercises. */
export function recordExercises(): Recordings {
  const paths = globSync('content/*/*/exercises/*.py').toSorted();
  const input = JSON.stringify({
    book: read('tests/goldens/exercises/book.py'),
    programs: Object.fromEntries(paths.map((path) => [basename(path, '.py'), read(path)])),
    seeds: SEEDS,
  });
  const recording = runPython(read('tests/goldens/exercises/record.py'), input);
  return new Map([['tests/goldens/exercises/recorded.json', recording]]);
}
