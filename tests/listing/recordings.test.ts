/** The recordings in tests/goldens/chapter are of the programs as they now stand. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutMarkers } from '../../src/listing/build/index.ts';
import { recordingAt } from '../goldens/book/read-recording.ts';

const RECORDINGS = 'tests/goldens/chapter';

const programs = globSync('content/*/*/listings/*.py').map((path) => ({ path, name: basename(path, '.py') }));

describe('the recording of a listing', () => {
  it('exists for every program and for no other', () => {
    const recorded = readdirSync(RECORDINGS).filter((file) => file.endsWith('.json'));
    expect(recorded.toSorted(), 'Run "npm run record"').toEqual(
      programs.map(({ name }) => `${name}.json`).toSorted(),
    );
  });

  it.each(programs)('is of the present program: $name', ({ path, name }) => {
    const { source } = JSON.parse(recordingAt(join(RECORDINGS, `${name}.json`))) as {
      source: string;
    };
    expect(source, 'Run "npm run record"').toBe(withoutMarkers(readFileSync(path, 'utf8')));
  });
});
