/**
 * `npm run bench:scale`: builds books of generated sections, and beside one of them the same sections in plain Starlight.
 * `--sections 1,65` says how many; `--beside 65` which of them Starlight builds too, none for 0.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildCost, buildSite } from '../build-site.ts';
import { writeStarlight } from '../starlight/project.ts';
import { table } from '../table.ts';
import { writeBook } from './generated-book.ts';

const FOLDER = resolve('reports/bench/scale');
const MEBIBYTE = 2 ** 20;
/** What the build is held to, by the number of sections; times and memory beside Starlight count by their ratio. */
const LIMITS: Readonly<Record<string, string>> = { 1: '≤ 15 s', 65: '≤ 60 s, ≤ 2048 MiB' };
const BESIDE_STARLIGHT = { seconds: 1.2, memory: 0.65 };

type Result = BuildCost & { readonly outputBytes: number };

const { values } = parseArgs({
  options: {
    sections: { type: 'string', default: '1,65,650' },
    beside: { type: 'string', default: '65' },
  },
});
const counts = values.sections.split(',').map(Number);
const beside = Number(values.beside);
if (!counts.every((count) => count >= 1)) throw new Error('Expected --sections with numbers, such as 1,65.');

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);

async function built(root: string, how: 'book' | 'plain'): Promise<Result> {
  return { ...(await buildSite(root, how)), outputBytes: bytesIn(join(root, 'dist')) };
}

function row(name: string, count: number, { seconds, peakBytes, outputBytes }: Result, limit = ''): string[] {
  return [
    name,
    String(count),
    seconds.toFixed(1),
    ((1000 * seconds) / count).toFixed(0),
    (peakBytes / MEBIBYTE).toFixed(0),
    (outputBytes / count / 1000).toFixed(0),
    limit,
  ];
}

const rows: string[][] = [];
const ratios: string[] = [];
for (const count of counts) {
  console.error(`Building ${count} sections …`);
  const [book, starlight] = [join(FOLDER, `book-${count}`), join(FOLDER, `starlight-${count}`)];
  for (const root of [book, starlight]) rmSync(root, { recursive: true, force: true });
  writeBook(book, count);
  const own = await built(book, 'book');
  rows.push(row('the book', count, own, LIMITS[count]));
  if (count === beside) {
    console.error(`Building them with Starlight …`);
    writeStarlight(starlight, join(book, 'content'));
    const other = await built(starlight, 'plain');
    rows.push(row('Starlight', count, other));
    const time = own.seconds / other.seconds;
    const memory = own.peakBytes / other.peakBytes;
    ratios.push(
      `Beside Starlight with ${count} sections: ${time.toFixed(2)} of its time (target: ${BESIDE_STARLIGHT.seconds}), ${memory.toFixed(2)} of its memory (target: ${BESIDE_STARLIGHT.memory}).`,
    );
  }
  for (const root of [book, starlight]) rmSync(root, { recursive: true, force: true });
}
console.log(
  table(['built by', 'sections', 's', 'ms a section', 'peak MiB', 'output kB a section', 'target'], rows),
);
console.log(ratios.join('\n'));
