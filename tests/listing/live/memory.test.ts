/** A reader may change a program for a long time. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { prepareAll, readListing } from '../../../src/listing/build/index.ts';
import { listingView } from '../../../src/listing/index.ts';
import { answerTo } from '../../../src/listing/live/answer.ts';
import { turned, withNumber } from '../../../src/listing/live/index.ts';
import { literalsOf } from '../../../src/listing/live/text/index.ts';
import { noteTemplate } from '../../../src/markdown/index.ts';
import { chapterFiles, chapterPrograms } from '../program.ts';

await prepareAll();
setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

const [path = ''] = chapterPrograms;
const { source } = readListing(...chapterFiles(path), noteTemplate);

function change(times: number): void {
  let { text } = source;
  for (let k = 0; k < times; k += 1) {
    const literals = literalsOf(text);
    const literal = literals[k % literals.length];
    if (literal !== undefined) text = withNumber(text, literal, turned(literal, k % 2 === 0 ? 1 : -1));
    const { run, lines, notes } = answerTo({ source, text }, 1000);
    listingView(source, run, { text, lines, notes: new Map(notes) });
  }
}

/** Bytes in use once nothing is left to be collected. */
function used(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

it('holds no more memory after 500 changes than after the first', () => {
  change(50);
  const before = used();
  change(500);
  expect(used() - before).toBeLessThan(3_000_000);
}, 60_000);
