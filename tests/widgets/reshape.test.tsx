import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainText, numberText } from '../../src/explain/index.ts';
import { prepareAll, Session } from '../../src/python/index.ts';
import {
  ARRAY_NAMES,
  type ArrayName,
  arraysOf,
  OPERATIONS,
  placeSums,
  RESHAPE_PRESETS,
  type ReshapeState,
  remade,
  repairReshape,
  reshapeAddress,
  reshapeTwin,
  STARTS,
  STEPS,
  staleCells,
  startReshape,
  written,
} from '../../src/widgets/reshape/pure.ts';
import { ReshapeView } from '../../src/widgets/reshape/View.tsx';
import { quantity, UNSHOWABLE, withoutCode } from './arbitraries.ts';
import { stepValues } from './evaluate.ts';
import { liveControls, markup, shownTables, spokenSums } from './markup.ts';

await prepareAll();

const start = startReshape({ values: Array.from({ length: 12 }, (_, k) => k), shape: [3, 4] });
const RUNS = 2000;

const size = fc.constantFrom(-1, 1, 2, 3, 4, 5, 6, 12);
const shape = fc.array(size, { minLength: 1, maxLength: 4 });
const fitting = fc.constantFrom([12], [3, 4], [4, 3], [2, 6], [2, 3, 2], [2, 2, 3], [1, 2, 2, 3], [-1, 2]);
const perAxis = (options: readonly number[]) =>
  fc.array(fc.constantFrom(...options), { minLength: 4, maxLength: 4 });
const states: fc.Arbitrary<ReshapeState> = fc
  .record({
    values: fc.array(quantity, { minLength: 12, maxLength: 12 }),
    shape: fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: shape }),
    operation: fc.constantFrom(...OPERATIONS),
    to: fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 1, arbitrary: shape }),
    order: fc.shuffledSubarray([0, 1, 2, 3]),
    starts: perAxis(STARTS),
    steps: perAxis(STEPS),
    edit: fc.option(fc.record({ array: fc.constantFrom(...ARRAY_NAMES), cell: fc.nat(11), value: quantity })),
    array: fc.constantFrom(...ARRAY_NAMES),
    cell: fc.nat(35),
  })
  .map(({ edit, order, ...rest }) => {
    const rank = rest.shape.length;
    const state = repairReshape({ ...rest, order: order.filter((axis) => axis < rank), copy: [] });
    return edit === null ? state : written(state, edit.array, edit.cell, edit.value);
  });

const cellsOf = (state: ReshapeState, name: ArrayName) => arraysOf(state)[name]?.tensor.toFlat();

describe('the reshape widget', () => {
  it('starts with a grid, its transpose, and a copy of that in one row', () => {
    const { grid, result, row } = arraysOf(start);
    expect(grid?.tensor.strides).toEqual([4, 1]);
    expect(result?.tensor.shape).toEqual([4, 3]);
    expect([grid?.sharing, result?.sharing, row?.sharing]).toEqual(['view', 'view', 'copy']);
  });

  it('shows an edit in every array of the same memory, and not in a copy', () => {
    const edited = written(start, 'result', 1, 100);
    expect(edited.values[4]).toBe(100);
    expect(cellsOf(edited, 'grid')?.[4]).toBe(100);
    expect(cellsOf(edited, 'row')?.[1]).toBe(4);
    expect(staleCells(edited)).toBe(1);
    expect(reshapeTwin(edited).sentence).toContain('1 of its cells differs');
    expect(staleCells(remade(edited, { operation: 'transpose' }))).toBe(0);
  });

  it('writes to a copy without touching the memory', () => {
    const edited = written(start, 'row', 1, 100);
    expect(edited.values).toEqual(start.values);
    expect(cellsOf(edited, 'row')?.[1]).toBe(100);
  });

  it('keeps what lies in memory whatever preset is chosen', () => {
    for (const { to } of RESHAPE_PRESETS) expect(to(start).values).toEqual(start.values);
    expect(arraysOf(RESHAPE_PRESETS.at(-1)?.to(start) ?? start).refusal).toBeDefined();
  });

  it('has an address that brings every state back', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(reshapeAddress.read(reshapeAddress.write(state), start)).toEqual(state);
      }),
    );
  });

  it('says of views, copies, strides and errors what NumPy and PyTorch do', () => {
    fc.assert(
      fc.property(states, (state) => {
        const whole = state.values.map((_, k) => k);
        const pure = remade(state, { values: whole });
        const { memory, grid, result, row, refusal, torchOnly } = arraysOf(pure);
        const made = runIn(pure);
        if (refusal) {
          expect(made.numpy.at(-1)).toBe(`${refusal.numpy.type}: ${refusal.numpy.message}`);
          expect(made.torch.at(-1)).toBe(`${refusal.torch.type}: ${refusal.torch.message}`);
          return;
        }
        const shown = [grid, result, row].map((each) => {
          const bytes = each?.tensor.strides.map((stride) => stride * 8).join(',');
          const isShared = each?.tensor.storage === memory.tensor.storage;
          return `${each?.tensor.shape.join(',')}|${bytes}|${isShared ? 'True' : 'False'}|${each?.tensor.toFlat().join(',')}`;
        });
        // Strides of axes that hold one element or none decide nothing, and NumPy chooses them freely.
        const plain = (line: string) => (/(^|,)[01](,|\|)/.test(line) ? line.split('|')[0] : line);
        if (result && result.tensor.size > 0) expect(made.numpy.map(plain)).toEqual(shown.map(plain));
        if (result && result.tensor.size > 0)
          expect(made.torch.at(-1)).toBe(torchOnly ? `${torchOnly.type}: ${torchOnly.message}` : 'taken');
      }),
      { numRuns: 150 },
    );
  });

  it('shows in picture, table, sums and speech the numbers of the core', () => {
    fc.assert(
      fc.property(states, (state) => {
        const html = markup(<ReshapeView state={state} controls={liveControls(state)} />);
        const arrays = arraysOf(state);
        const twin = reshapeTwin(state);
        const tables = [...shownTables(html).values()].map((rows) => rows.flat());
        for (const name of ARRAY_NAMES) {
          const texts = arrays[name]?.tensor.toFlat().map((value) => numberText(value));
          if (texts === undefined || texts.length === 0) continue;
          const inBlocks = tables.flat();
          expect(inBlocks.join(' ')).toContain(texts.slice(0, arrays[name]?.tensor.shape.at(-1)).join(' '));
          expect(twin.rows.some((row) => row.at(-1)?.replaceAll('≈ ', '') === texts.join(' '))).toBe(true);
        }
        const picked = arrays[state.array];
        const [place, value] = placeSums(state).map(chainText);
        if (picked && picked.tensor.size > 0 && place !== undefined) {
          for (const step of stepValues(place)) expect(step).toBe(picked.positionOf(state.cell));
          const text = numberText(picked.tensor.toFlat()[state.cell] ?? Number.NaN);
          expect(value?.split(/ [=≈] /).at(-1)).toBe(text);
          expect(spokenSums(html)).toHaveLength(placeSums(state).length);
        }
        expect(html.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/NaN|undefined|Infinity/);
        const said = [twin.sentence, ...twin.rows.map((row) => row.slice(1).join(' '))].join('\n');
        expect(withoutCode(said)).not.toMatch(UNSHOWABLE);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('says nothing of a state that is not true of it', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { sentence } = reshapeTwin(state);
        const { memory, row, refusal } = arraysOf(state);
        expect(sentence.startsWith(`${memory.tensor.size} numbers`)).toBe(true);
        expect(sentence.includes('refuse')).toBe(refusal !== undefined);
        if (row === undefined || row.tensor.size === 0) return;
        const isShared = row.tensor.storage === memory.tensor.storage;
        expect(sentence.includes('is a view too')).toBe(isShared);
        expect(sentence.includes('is a copy')).toBe(!isShared);
        const now = arraysOf({ ...state, copy: [] }).row?.tensor.toFlat() ?? [];
        const stale = row.tensor.toFlat().filter((value, k) => value !== now[k]).length;
        const said = / (\d+) of its cells/.exec(sentence)?.[1] ?? '0';
        expect(isShared ? 0 : stale).toBe(Number(said));
      }),
      { numRuns: RUNS },
    );
  }, 30_000);
});

/** What the two libraries do with the same arrays, printed line by line. */
function runIn(state: ReshapeState): { numpy: readonly string[]; torch: readonly string[] } {
  const twin = reshapeTwin(state);
  const code = (name: string) => twin.rows.find(([text]) => text?.startsWith(name))?.[0];
  const { refusal } = arraysOf(state);
  const tuple = (values: readonly number[]) => (values.length === 0 ? '()' : `(${values.join(', ')},)`);
  const grid = `g = a.reshape(${tuple(state.shape)})`;
  const result = refusal ? `r = g.reshape(${tuple(state.to)})` : (code('r =') ?? 'r = g');
  const last = state.operation === 'flatten' ? 'row = g.flatten()' : 'row = r.reshape(-1)';
  const torchResult = result
    .replace('g.transpose(', 'g.permute(')
    .replace('g.ravel()', 'g.flatten()')
    .replace('g.T', 'g.permute(*reversed(range(g.dim())))');
  const run = (text: string) => {
    const { stdout, outcome } = new Session().run(text);
    expect(outcome.kind).toBe('finished');
    return stdout.trimEnd().split('\n');
  };
  const attempt = (body: string) =>
    `try:\n${body.replaceAll(/^/gm, '    ')}\nexcept Exception as error:\n    print(f"{type(error).__name__}: {error}")\n`;
  const show = `for x in (g, r, row):\n    print(",".join(map(str, x.shape)) + "|" + ",".join(map(str, x.strides)) + "|" + str(np.shares_memory(a, x)) + "|" + ",".join("%g" % v for v in x.ravel()))`;
  const whole = Array.from({ length: state.values.length }, (_, k) => k);
  return {
    numpy: run(
      `import numpy as np\na = np.array([${whole.map((k) => `${k}.0`).join(', ')}])\n${attempt(`${grid}\n${result}\n${last}\n${show}`)}`,
    ),
    torch: run(
      `import torch\na = torch.arange(${whole.length}.0)\n${attempt(`${grid}\n${torchResult}\nr.view(-1)\nprint("taken")`)}`,
    ),
  };
}
