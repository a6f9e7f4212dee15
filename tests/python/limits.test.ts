import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_LIMITS, type Limits, prepareAll, runProgram } from '../../src/python/index.ts';
import { Budget } from '../../src/python/limits.ts';

await prepareAll();

/** How a program ends that may take half a second. */
function ending(program: string, limits: Partial<Limits> = {}): string {
  const { outcome } = runProgram(program, { limits: { milliseconds: 500, ...limits } });
  switch (outcome.kind) {
    case 'limit':
      return `limit: ${outcome.limit}`;
    case 'raised':
      return outcome.exception.type;
    default:
      return outcome.kind;
  }
}

describe('a program that asks for too much is ended with the reason', () => {
  test.each([
    ['while True: pass', 'limit: time'],
    ['x = [0] * 10 ** 12', 'limit: memory'],
    ['s = "a"\nwhile True: s += s', 'limit: memory'],
    ['while True: print("x" * 10000)', 'limit: output'],
    ['x = 10 ** 10 ** 10', 'refused'],
    ['sum(i for i in iter(int, 1))', 'limit: time'],
    ['try:\n    while True: pass\nexcept BaseException: pass\nfinally: print("no")', 'limit: time'],
    ['d = {}\nwhile True: d[len(d)] = "x" * 10 ** 6 + str(len(d))', 'limit: memory'],
    ['x = "\\t".expandtabs(5 * 10 ** 8)', 'limit: memory'],
    ['x = "a".center(5 * 10 ** 8)', 'limit: memory'],
  ])('%j', (program, end) => expect(ending(program)).toBe(end));

  test.each([
    ['np.broadcast_to(1.0, (10 ** 5, 10 ** 5)).sum()', /memory|time/],
    ['np.ones((3000, 3000)) @ np.ones((3000, 3000))', /time|memory/],
    ['np.linalg.inv(np.eye(3000))', /time|memory/],
    ['np.linalg.det(np.eye(3000) + 1)', /time/],
    ['np.array_split(np.arange(3), 10 ** 6)', /time|memory|finished/],
    ['np.array_split(np.arange(3), 10 ** 7)', /time|memory/],
    ['np.repeat(np.array([1, 2]), [10 ** 9, 1])', /memory/],
    ['np.bincount([2 * 10 ** 9])', /memory/],
    ['np.linspace(0, 1, 10 ** 10)', /memory/],
    ['np.linspace([0, 1], 1, 10 ** 7)', /memory|time/],
    ['np.tile(np.ones(1000), 10 ** 9)', /memory/],
    ['np.sort(np.arange(4 * 10 ** 6)[::-1] % 1000)', /time|memory|finished/],
    ['np.full((2000, 5000), 1.5) ** np.full((2000, 5000), 1.7)', /time|memory|finished/],
    ['np.linalg.matrix_rank(np.eye(1500) + 0.1)', /time/],
    ['np.random.rand(10 ** 7)', /time|finished/],
    ['torch.repeat_interleave(torch.tensor([1, 2]), torch.tensor([10 ** 9, 1]))', /memory/],
    ['torch.ones(3000, 3000) @ torch.ones(3000, 3000)', /time|memory/],
    ['torch.linspace(0, 1, 10 ** 10)', /memory/],
    ['torch.zeros(10 ** 5, 10 ** 5)', /memory/],
    ['torch.ones(1, requires_grad=True).expand(10 ** 9).sum().backward()', /time|memory/],
    ['torch.ones(1).expand(10 ** 9).prod()', /time/],
    ['torch.ones(1).expand(10 ** 9).norm()', /time/],
    ['torch.ones(1).expand(10 ** 9).var()', /time/],
  ])('in a library function: %s', (expression, end) => {
    const library = expression.includes('torch') ? 'import torch' : 'import numpy as np';
    const started = performance.now();
    expect(ending(`${library}\nx = ${expression}`)).toMatch(end);
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  test('within the time given, and is told how long it ran', () => {
    expect(runProgram('while True: pass', { limits: { milliseconds: 50 } }).outcome).toMatchObject({
      kind: 'limit',
      limit: 'time',
      message: expect.stringMatching(/^stopped after it ran for \d\.\d seconds: does a loop never end\?$/),
    });
  });

  test('when it is told to stop', () => {
    let asked = 0;
    const stopped = () => ++asked > 3;
    expect(runProgram('while True: pass', { stopped }).outcome).toMatchObject({
      kind: 'limit',
      limit: 'stopped',
    });
  });

  test('after as many steps as it may take, where they are counted', () => {
    expect(ending('while True: pass', { steps: 1000 })).toBe('limit: steps');
  });

  test('and keeps what it had printed', () => {
    const limits = { milliseconds: 50 };
    expect(runProgram('print(1)\nwhile True: pass', { limits }).stdout).toBe('1\n');
  });
});

describe('memory counts what is held, not what was ever made', () => {
  const limits = { elements: 20_000, milliseconds: DEFAULT_LIMITS.milliseconds };
  test.each([
    ['import numpy as np\nw = np.ones(1000)\nfor i in range(1000): w = w - .1 * w'],
    ['import torch\nw = torch.ones(1000)\nfor i in range(200): w = w - .1 * w'],
    [
      'import torch\nw = torch.ones(500, requires_grad=True)\nfor i in range(100):\n    w.grad = None\n    (w * w).sum().backward()\n    with torch.no_grad(): w -= .1 * w.grad',
    ],
    ['for i in range(1000): x = [0] * 1000'],
    ['def f(n): return list(range(n))\nfor i in range(1000): x = len(f(1000))'],
    ['s = ""\nfor i in range(1000): s = "x" * 10000'],
    [
      'for i in range(1000):\n    try:\n        x = [1 // (999 - j) for j in range(1000)]\n    except ZeroDivisionError:\n        pass',
    ],
  ])('%j ends as it would without a limit', (program) => expect(ending(program, limits)).toBe('finished'));

  test.each([
    ['import numpy as np\nxs = []\nfor i in range(1000): xs.append(np.ones(1000))'],
    ['import torch\nxs = [torch.ones(1000) for i in range(1000)]'],
    ['import torch\nw = torch.ones(1000, requires_grad=True)\nx = w\nfor i in range(1000): x = x * w'],
    ['class A: pass\na = A()\na.xs = []\nfor i in range(1000): a.xs.append([0] * 1000)'],
    ['def f(n):\n    xs = [0] * 1000\n    return f(n - 1) + len(xs) if n else 0\nf(100)'],
    [
      'def g():\n    xs = [0] * 1000\n    yield len(xs)\ngs = [g() for i in range(1000)]\nfor each in gs: next(each)',
    ],
    ['def make(xs): return lambda: xs\nfs = [make([0] * 1000) for i in range(1000)]'],
    ['xs = []\nwhile True: xs.append(xs[:])'],
    ['xs = [[0] * 1000 for i in range(10 ** 6)]'],
    ['its = []\nwhile True: its.append(iter([0] * 1000))'],
    ['d = {}\nwhile True: d[len(d)] = ("x" * 1000, len(d))'],
  ])('%j holds too much', (program) => expect(ending(program, limits)).toBe('limit: memory'));
});

describe('only an exhausted stack is a RecursionError', () => {
  test.each([
    ['def f(): return f()\nf()', 'RecursionError'],
    ['x = []\nx += list(range(130000))', 'finished'],
    ['x = [0]\nx[1:1] = list(range(130000))', 'finished'],
    ['print(*range(130000), sep="")', 'finished'],
    ['x = max(*range(130000))', 'finished'],
    ['import numpy as np\nx = np.bincount(np.arange(130000))', 'finished'],
    ['import numpy as np\nx = np.nanmax(np.ones(130000))', 'finished'],
    ['x = sum(range(10 ** 6))', 'finished'],
  ])('%j', (program, end) => expect(ending(program, { milliseconds: 5_000 })).toBe(end));
});

describe("the time that writing a trace takes is not the program's", () => {
  afterEach(() => void vi.useRealTimers());

  test('however often the clock is stopped, and whatever is described meanwhile', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const budget = new Budget({ ...DEFAULT_LIMITS, milliseconds: 100 });
    for (let look = 0; look < 10; look++) {
      vi.advanceTimersByTime(9);
      const pause = budget.pause();
      vi.advanceTimersByTime(500);
      budget.apart(200, () => vi.advanceTimersByTime(150));
      budget.resume(pause);
      budget.checkClock();
    }
    vi.advanceTimersByTime(11);
    expect(() => budget.checkClock()).toThrow('does a loop never end?');
  });
});
