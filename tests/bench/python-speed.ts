/**
 * `npm run bench:python`: the time from a listing's text to its output and trace, beside the time that CPython takes to start
 * and run the same file. CPython is the `PYTHON` of the environment, or `python3`; where it lacks a library that the listing
 * imports, or is missing, the table says so. Beside the median by the clock stands the mean processor time of our thread, which
 * other programs on the machine disturb less. Then the programs of `heavy/` without and with the trace that the live page asks
 * for, beside CPython without its start; and what a trace costs: loops that append, which should grow in proportion to their
 * turns, and a loop beside a long list. `PYTHON` may name a Python with NumPy and PyTorch, `npm run bench:python -- heavy` prints
 * the heavy programs alone.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { prepareAll, runProgram } from '../../src/python/index.ts';
import { median } from './median.ts';
import { table } from './table.ts';

const WARM_UP = 30;
const ROUNDS = 101;
const PYTHON_ROUNDS = 3;
const TARGET_MS = 5;
const python = process.env['PYTHON'] ?? 'python3';

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function repeat(times: number, work: () => void): number {
  return median(Array.from({ length: times }, () => timed(work)));
}

type Cost = { readonly clock: number; readonly processor: number };

/** What our run costs in milliseconds, after the compiler has seen the program often enough. */
function ours(text: string): Cost {
  const run = (): void => {
    const { outcome } = runProgram(text, { trace: true });
    if (outcome.kind !== 'finished') throw new Error(`the listing ended as ${JSON.stringify(outcome)}`);
  };
  repeat(WARM_UP, run);
  const before = process.threadCpuUsage();
  const clock = repeat(ROUNDS, run);
  const { user, system } = process.threadCpuUsage(before);
  return { clock, processor: (user + system) / 1000 / ROUNDS };
}

/** Milliseconds that CPython takes from its start to the end of the program, or undefined if it cannot run it. */
function theirs(program: string): number | undefined {
  const run = () => spawnSync(python, ['-'], { input: program, stdio: ['pipe', 'ignore', 'ignore'] });
  return run().status === 0 ? repeat(PYTHON_ROUNDS, run) : undefined;
}

const show = (ms: number | undefined): string =>
  ms === undefined ? 'cannot run it' : ms.toFixed(ms < 100 ? 1 : 0);

/** The median processor time of a few runs after one that is not counted, in milliseconds. */
function processorTime(work: () => void): number {
  work();
  const times = Array.from({ length: HEAVY_ROUNDS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return median(times);
}

const HEAVY_ROUNDS = 5;
const HEAVY_MILLISECONDS = 60_000;

function heavyTime(text: string, trace: boolean): number {
  return processorTime(() => {
    const limits = { milliseconds: HEAVY_MILLISECONDS };
    const { outcome } = runProgram(text, { trace, expressions: trace, limits });
    if (outcome.kind !== 'finished') throw new Error(`a program ended as ${JSON.stringify(outcome)}`);
  });
}

/** The same of CPython, which compiles the program before the first run; undefined where it cannot run it. */
function heavyTimeInPython(text: string): number | undefined {
  const program = `
import contextlib, io, statistics, time
code = compile(${JSON.stringify(text)}, 'program', 'exec')
times = []
with contextlib.redirect_stdout(io.StringIO()):
    for turn in range(${HEAVY_ROUNDS} + 1):
        start = time.process_time()
        exec(code, {'__name__': '__main__'})
        times.append(time.process_time() - start)
print(statistics.median(times[1:]) * 1000)
`;
  const run = spawnSync(python, ['-'], {
    input: program,
    stdio: ['pipe', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return run.status === 0 ? Number(run.stdout) : undefined;
}

function heavyTable(): string {
  const rows = globSync('tests/bench/heavy/*.py')
    .sort()
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      const [plain, traced, cpython] = [
        heavyTime(text, false),
        heavyTime(text, true),
        heavyTimeInPython(text),
      ];
      const times = cpython === undefined ? '' : `${(plain / cpython).toFixed(1)} ×`;
      return [
        basename(file),
        show(plain),
        show(traced),
        `${(traced / plain).toFixed(1)} ×`,
        show(cpython),
        times,
      ];
    });
  const head = ['heavy program, processor ms', 'ours', 'with a trace', '', 'CPython', 'ours'];
  return table(head, rows);
}

await prepareAll();
if (process.argv[2] === 'heavy') {
  process.stdout.write(heavyTable());
  process.exit();
}
const listings = globSync('content/**/listings/*.py').sort();
const times = listings.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const rows = times.map(({ file, text }) => ({
  name: basename(file),
  ours: ours(text),
  theirs: theirs(text),
}));

process.stdout.write(
  table(
    ['listing', 'ours, ms', 'processor, ms', 'CPython start and run, ms'],
    rows.map((row) => [row.name, show(row.ours.clock), show(row.ours.processor), show(row.theirs)]),
  ),
);
const slowest = Math.max(...rows.map((row) => row.ours.clock));
process.stdout.write(
  `\nSlowest of ours: ${show(slowest)} ms (aim: under ${TARGET_MS} ms). CPython starts and ends in ${show(theirs(''))} ms.\n`,
);

/** Two short runs let the compiler see a program; the median of five is shown. */
const LOOP_ROUNDS = 5;

function loopTime(text: string, trace: boolean): number {
  const run = (): void => {
    const { outcome } = runProgram(text, { trace, expressions: trace });
    if (outcome.kind !== 'finished') throw new Error(`a loop ended as ${JSON.stringify(outcome)}`);
  };
  repeat(2, run);
  return repeat(LOOP_ROUNDS, run);
}

const appending = [200, 400, 800, 1600].map((turns) => ({
  name: `${turns} turns that append`,
  text: `xs = []\nfor i in range(${turns}):\n    xs.append(i * i)\n`,
}));
const loops = [
  ...appending,
  {
    name: 'a list of 5000, 3000 turns',
    text: 'xs = list(range(5000))\ntotal = 0\nfor i in range(3000):\n    total += xs[i]\n',
  },
];
process.stdout.write(
  `\n${table(
    ['loop', 'without a trace, ms', 'with a trace, ms'],
    loops.map(({ name, text }) => [name, show(loopTime(text, false)), show(loopTime(text, true))]),
  )}`,
);
process.stdout.write(`\n${heavyTable()}`);
