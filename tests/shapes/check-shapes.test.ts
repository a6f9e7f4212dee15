/** What both libraries make of an expression, against recorded errors and the tensor core's own rules. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapesAtBuild } from '../../src/shapes/build/index.ts';
import type { LibraryCheck } from '../../src/shapes/index.ts';
import { broadcastShapes, matmul, type Shape, zeros } from '../../src/tensor/index.ts';
import { knownNames, START, stepRule } from '../../src/widgets/shapes/pure.ts';
import { b, W, X } from '../widgets/figures.ts';

const KNOWN = knownNames({ X, W, b, x: X[0] ?? [] });
const check = (expression: string) => shapesAtBuild(expression, KNOWN);
const recorded = (name: string) => readFileSync(`tests/goldens/recorded/${name}.json`, 'utf8');
type Raised = Extract<LibraryCheck, { kind: 'raised' }>;

async function raised(expression: string): Promise<readonly Raised[]> {
  const { libraries } = await check(expression);
  const all = libraries.filter((each): each is Raised => each.kind === 'raised');
  expect(all).toHaveLength(2);
  return all;
}

describe('an expression of shapes', () => {
  it('is taken apart step by step, the same in both libraries', async () => {
    const { libraries } = await check(START.text);
    const [numpy, torch] = libraries;
    expect(numpy).toMatchObject({ library: 'NumPy', kind: 'shape', sizes: [4, 2] });
    expect(numpy?.steps.map(({ result, rule }) => [rule, result.text, result.sizes])).toEqual([
      ['matmul', '(4, 3) @ (3, 2)', [4, 2]],
      ['broadcast', '(4, 3) @ (3, 2) + (2,)', [4, 2]],
    ]);
    expect(torch).toEqual({ ...numpy, library: 'PyTorch' });
  });

  it.each([
    ['X @ W.T + b', ['batch', 'out']],
    ['(batch: 4, in: 3) @ (in: 3, out: 2) + (out: 2,)', ['batch', 'out']],
    ['(batch: 4, in: 3).sum(axis=0)', ['in']],
    ['(batch: 4, in: 3).sum(1)', ['batch']],
    ['-(W @ x)', ['out']],
    ['x @ X.T', ['batch']],
    ['(heads: 2, time: 5, in: 3) @ W.T', ['heads', 'time', 'out']],
    ['(time: 5, 1) + (1, in: 3)', ['time', 'in']],
    ['X.reshape(2, 6)', [undefined, undefined]],
  ])('%s carries the names of its axes', async (expression, names) => {
    const { libraries } = await check(expression);
    expect(libraries).toHaveLength(2);
    for (const { kind, steps } of libraries) {
      expect(kind).toBe('shape');
      expect(steps.at(-1)?.result.names).toEqual(names);
    }
  });

  it('fails with the message of each library', async () => {
    const [numpy, torch] = await raised('(4, 3) @ (2, 3)');
    expect(recorded('np_err_matmul_2d')).toContain(numpy?.message);
    expect(recorded('t_err_matmul')).toContain(torch?.message);
    expect(numpy?.failure?.clashes).toEqual([[3, 2]]);
    const [added, addedInTorch] = await raised('(4, 2) + (3,)');
    expect(recorded('np_err_broadcast')).toContain(added?.message);
    expect(recorded('t_err_broadcast')).toContain(addedInTorch?.message);
  });

  it.each([
    ['X @ W', ['X @ W.T']],
    ['(4, 2) + (4,)', ['(4, 2).T + (4,)', '(4, 2) + (4,).reshape(-1, 1)', '(4, 2) + (2,)']],
    [
      '(batch: 4, in: 3) @ (in: 5, out: 2)',
      ['(batch: 4, in: 3) @ (in: 3, out: 2)', '(batch: 4, in: 5) @ (in: 5, out: 2)'],
    ],
  ])('%s is offered with small repairs', async (expression, repairs) => {
    for (const each of await raised(expression))
      expect(each.repairs.map((repair) => repair.expression)).toEqual(repairs);
  });

  it.each([
    ['np.maximum(0, X @ W.T)', 'NumPy'],
    ['torch.relu(X @ W.T)', 'PyTorch'],
  ])('%s is asked of its own library alone', async (expression, library) => {
    const { libraries } = await check(expression);
    expect(libraries).toMatchObject([{ library, kind: 'shape', sizes: [4, 2] }]);
  });

  it.each([
    '(2 + 3',
    '',
    '   ',
    'a = ',
    '(20000, 5000).reshape(100000000)',
    'x'.repeat(201),
    'while True: pass',
    'import os; X',
  ])('that is %j is not run, and says why', async (expression) => {
    const { libraries } = await check(expression);
    for (const each of libraries) {
      expect(each.kind).toBe('not-run');
      expect(each.kind === 'not-run' && each.message).toMatch(/\.$/);
    }
  });

  it.each([
    ['foo + 1', 'NameError'],
    ['X.nothing', 'AttributeError'],
    ['constructor', 'NameError'],
    ['__proto__', 'NameError'],
  ])('%s raises as Python does', async (expression, type) => {
    for (const each of await raised(expression)) expect(each.type).toBe(type);
  });
});

describe('shapes that are too large to make', () => {
  it.each([
    ['(2000000, 784) @ (784, 512) + (512,)', [2_000_000, 512]],
    ['(999999, 999999) + 1', [999_999, 999_999]],
    ['(30000, 1) + (1, 40000)', [30_000, 40_000]],
    ['(60000, 784).reshape(-1, 28, 28)', [60_000, 28, 28]],
    ['(50000, 3, 224, 224).reshape(50000, -1).T', [150_528, 50_000]],
    ['(batch: 9000, in: 9000).sum(axis=0)', [9000]],
    ['(100000, 300).ravel() + 1', [30_000_000]],
    ['(8000, 6000)[2:] @ (6000, 8000)', [7998, 8000]],
    ['(8000, 6000)[7000]', [6000]],
    ['(9000, 6000)[:7000, :100].T', [100, 7000]],
    ['(60000, 700).reshape(-1, 6, 4)', [1_750_000, 6, 4]],
    ['(200000, 300) * (300,) - (200000, 1)', [200_000, 300]],
  ])('%s has its shape without being made', async (expression, sizes) => {
    const { libraries } = await check(expression);
    expect(libraries).toHaveLength(2);
    for (const each of libraries) expect(each).toMatchObject({ kind: 'shape', sizes });
  });

  it('broadcast by the rule, or clash where it does', async () => {
    const shape = fc.array(fc.constantFrom(1, 3, 5000, 70_000), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(shape, shape, async (left, right) => {
        let expected: Shape | undefined;
        try {
          expected = broadcastShapes<Shape, Shape>(left, right);
        } catch {
          expected = undefined;
        }
        const { libraries } = await check(`(${left.join(', ')},) + (${right.join(', ')},)`);
        for (const each of libraries)
          expect(each.kind === 'shape' ? each.sizes : each.kind).toEqual(expected ?? 'raised');
      }),
      { numRuns: 12 },
    );
  });

  it('are refused with the numbers of the real messages, and repaired', async () => {
    const [numpy, torch] = await raised('(70000, 1000) @ (2000, 10)');
    expect(numpy?.message).toContain('size 2000 is different from 1000');
    expect(torch?.message).toBe('mat1 and mat2 shapes cannot be multiplied (70000x1000 and 2000x10)');
    expect(numpy?.failure?.clashes).toEqual([[1000, 2000]]);
    expect(numpy?.repairs.map((repair) => repair.expression)).toContain('(70000, 1000) @ (1000, 10)');
    const [joined] = await raised('(40000, 900).reshape(7, -1)');
    expect(joined?.message).toBe('cannot reshape array of size 36000000 into shape (7,newaxis)');
  });
});

describe('any expression of typed shapes', () => {
  const size = fc.constantFrom(1, 2, 3, 4);
  const shape = fc.array(size, { minLength: 1, maxLength: 3 });
  const typed = (sizes: Shape) => `(${sizes.join(', ')},)`;
  const shapeOf = (compute: () => Shape): Shape | undefined => {
    try {
      return compute();
    } catch {
      return undefined;
    }
  };

  it('has the shape that the tensor core gives, or an error in both libraries, and repairs that run', async () => {
    await fc.assert(
      fc.asyncProperty(shape, shape, shape, async (left, right, third) => {
        const expected = shapeOf(() => {
          const product = matmul<Shape, Shape>(zeros(left), zeros(right));
          return broadcastShapes<Shape, Shape>(product.shape, third);
        });
        const { libraries } = await check(`${typed(left)} @ ${typed(right)} + ${typed(third)}`);
        for (const each of libraries) {
          expect(each.kind === 'shape' ? each.sizes : undefined).toEqual(expected);
          if (each.kind !== 'raised') continue;
          for (const repair of each.repairs) {
            const { libraries: again } = await check(repair.expression);
            expect(again.find(({ library }) => library === each.library)).toMatchObject({
              sizes: repair.sizes,
            });
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is explained by rules that name the sizes that meet', async () => {
    await fc.assert(
      fc.asyncProperty(shape, shape, async (left, right) => {
        const { libraries } = await check(`${typed(left)} + ${typed(right)}`);
        const [step] = libraries[0]?.steps ?? [];
        if (step === undefined) return;
        const pairs = [...stepRule(step).matchAll(/(\d) meets (\d|nothing)/g)].map(([, a, b]) => [a, b]);
        const rank = Math.max(left.length, right.length);
        const meeting = Array.from({ length: rank }, (_, k) => [left.at(-1 - k), right.at(-1 - k)]);
        expect(pairs).toEqual(
          meeting.map(([a, b]) =>
            a === undefined || b === undefined ? [`${a ?? b}`, 'nothing'] : [`${a}`, `${b}`],
          ),
        );
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
