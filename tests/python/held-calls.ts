/**
 * A thread that calls every public function of the libraries with sizes that nobody has, and tells how each call ended. The
 * clock counts the looks at it, so that a budget is one of work done and not of time: where a loop does not tell the meter, the
 * call does not end, and the thread that started this one says which call it was.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { type Outcome, prepareAll, runProgram } from '../../src/python/index.ts';

/** What the main thread is told: which call begins, and what was wrong with one that ended. */
export type Told = { readonly call: string } | { readonly fault: string } | { readonly done: number };

export type Task = {
  readonly library: 'numpy' | 'torch' | 'python';
  readonly rounds: number;
  readonly seed: number;
};

/** Looks at the clock that one call may take: some sixty thousand elements of work each. */
const LOOKS = 12;
const limits = { milliseconds: LOOKS, elements: 1_000_000, output: 20_000 };

/** `long`, `table` and `counts` have ten million elements in the memory of one; `square` makes work that grows as its cube. */
const PRELUDES = {
  numpy: `import numpy as np
long = np.broadcast_to(1.5, (10 ** 7,))
table = np.broadcast_to(1.5, (3000, 3000))
counts = np.broadcast_to(1, (10 ** 7,))
square = np.broadcast_to(np.arange(300.0), (300, 300))
few = np.arange(3)
`,
  torch: `import torch
long = torch.ones(1).expand(10 ** 7)
table = torch.ones(1).expand(3000, 3000)
counts = torch.ones(1, dtype=torch.int64).expand(10 ** 7)
square = torch.arange(300.0).expand(300, 300)
few = torch.arange(3)
`,
  python: `import math, random, itertools, statistics, functools, operator, collections, textwrap
long = list(range(20000))
table = range(10 ** 12)
counts = 'ab ' * 50000
square = [[1] * 100] * 100
few = [1, 2, 3]
`,
} as const;

const OWNERS = {
  numpy: ['np', 'np.linalg', 'np.random', 'long', 'few'],
  torch: ['torch', 'torch.linalg', 'torch.nn', 'torch.nn.functional', 'torch.nn.init', 'long', 'few'],
  python: [
    'math',
    'random',
    'itertools',
    'statistics',
    'functools',
    'operator',
    'collections',
    'textwrap',
    '"ab"',
    'counts',
    'few',
    '{1: 2}',
    '{1}',
  ],
} as const;

const ARGUMENTS = [
  '10 ** 12',
  'long',
  'table',
  'square',
  'counts',
  'long, long',
  'table, table',
  'square, square',
  'few, 10 ** 12',
  'long, 3',
  '3, long',
  '(10 ** 6, 10 ** 6)',
  '(10 ** 12,)',
  'few, (10 ** 9,)',
  '10 ** 12, 10 ** 12',
  '0, 1, 10 ** 12',
  'few, few, 10 ** 12',
  'long, long, long',
  '[long, long]',
  '-10 ** 12',
  '2 ** 63, 2',
  '"ij,jk->ik", table, table',
  'few, 10 ** 9, 0',
  'table[None, None], square[None, None]',
  '1, 10 ** 12',
  '',
];

const { library, rounds, seed } = workerData as Task;
await prepareAll();

let looks = 0;
performance.now = () => ++looks;

const tell = (told: Told): void => parentPort?.postMessage(told);

/** The public names of an object, as `dir` gives them in the program. */
function namesOf(owner: string): string[] {
  const listing = `${PRELUDES[library]}for name in dir(${owner}):\n    if not name.startswith('_'): print(name)\n`;
  return runProgram(listing).stdout.split('\n').filter(Boolean);
}

const ENDINGS: readonly Outcome['kind'][] = ['finished', 'raised', 'refused', 'limit'];

function faultOf(program: string): string | undefined {
  try {
    const { outcome } = runProgram(program, { limits });
    if (!ENDINGS.includes(outcome.kind)) return JSON.stringify(outcome);
    if (outcome.kind !== 'raised') return undefined;
    const { type, message } = outcome.exception;
    return type === 'RecursionError' || message.includes('[object Object]')
      ? `${type}: ${message}`
      : undefined;
  } catch (error) {
    return String(error instanceof Error ? error.stack : error);
  }
}

const calls = OWNERS[library].flatMap((owner) => namesOf(owner).map((name) => `${owner}.${name}`));
/** Where a function begins in the list of arguments: told by its name, so that another function changes nothing for it. */
const startOf = (name: string): number =>
  [...name].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, seed);

let done = 0;
for (const call of calls)
  for (let round = 0; round < rounds; round++) {
    const written = `${call}(${ARGUMENTS[(startOf(call) + round) % ARGUMENTS.length]})`;
    tell({ call: written });
    const fault = faultOf(`${PRELUDES[library]}result = ${written}\n`);
    if (fault !== undefined) tell({ fault: `${written}: ${fault}` });
    done++;
  }
tell({ done });
