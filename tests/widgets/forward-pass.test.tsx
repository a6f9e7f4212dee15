import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainText, numberText } from '../../src/explain/index.ts';
import { add, fromFlat, matmul, relu, type Shape, type Tensor, transpose } from '../../src/tensor/index.ts';
import { Flow } from '../../src/widgets/forward-pass/Flow.tsx';
import {
  atEnd,
  FORWARD_PRESETS,
  type ForwardState,
  forwardAddress,
  forwardFacts,
  forwardSums,
  forwardTwin,
  isKnown,
  repairForward,
  STAGES,
  type Stage,
  silentWords,
  stacked,
  stageName,
  startForward,
  stepCount,
  workedPlace,
} from '../../src/widgets/forward-pass/pure.ts';
import { quantity, UNSHOWABLE } from './arbitraries.ts';
import { stepValues } from './evaluate.ts';
import { TWO_LAYERS } from './figures.ts';
import { markup, shownTables, stillControls } from './markup.ts';

const start = startForward(TWO_LAYERS);
const RUNS = 2000;

const tenths = fc.integer({ min: -30, max: 30 }).map((each) => each / 10 || 0);
const entry = fc.oneof({ weight: 9, arbitrary: tenths }, { weight: 1, arbitrary: quantity });
const rows = (height: number, width: number) =>
  fc.array(fc.array(entry, { minLength: width, maxLength: width }), { minLength: height, maxLength: height });
const list = (length: number) => fc.array(entry, { minLength: length, maxLength: length });
const size = fc.integer({ min: 1, max: 4 });
const states: fc.Arbitrary<ForwardState> = fc.tuple(size, size, size, size).chain(([s, f, n, m]) =>
  fc
    .record({
      X: rows(s, f),
      W: rows(n, f),
      b: list(n),
      W_next: rows(m, n),
      b_next: list(m),
      stack: fc.constantFrom('one', 'relu', 'linear'),
      by: fc.constantFrom('batch', 'sample'),
      step: fc.nat(24),
      stage: fc.constantFrom(...STAGES),
      sample: fc.nat(5),
      neuron: fc.nat(5),
    })
    .map(repairForward),
);

const matrix = (each: readonly (readonly number[])[]): Tensor =>
  fromFlat(each.flat(), [each.length, each[0]?.length ?? 0]);
const vector = (each: readonly number[]): Tensor => fromFlat(each, [each.length]);

/** Every stage, computed by the tensor core alone. */
function stagesOf({ X, W, b, W_next, b_next, stack }: ForwardState): ReadonlyMap<Stage, Tensor> {
  const product = matmul<Shape, Shape>(matrix(X), transpose(matrix(W)));
  const biased = add<Shape, Shape>(product, vector(b));
  const activated = relu(biased);
  const first: [Stage, Tensor][] = [
    ['input', matrix(X)],
    ['product', product],
    ['biased', biased],
    ...(stack === 'linear' ? [] : ([['activated', activated]] as [Stage, Tensor][])),
  ];
  if (stack === 'one') return new Map(first);
  const hidden = stack === 'linear' ? biased : activated;
  const next = matmul<Shape, Shape>(hidden, transpose(matrix(W_next)));
  return new Map([...first, ['nextProduct', next], ['output', add<Shape, Shape>(next, vector(b_next))]]);
}

describe('the forward pass', () => {
  it('starts before its first step, at the first silent unit', () => {
    expect(start).toMatchObject({ step: 0, stage: 'activated', sample: 1, neuron: 0 });
    expect(stepCount(start)).toBe(3);
    expect(forwardSums(atEnd(start)).flatMap(({ lines }) => lines.map(chainText))).toEqual([
      expect.stringMatching(/ = −0\.41$/),
      expect.stringMatching(/ = −0\.41 \+ 0\.1 = −0\.31$/),
      expect.stringMatching(/ = max\(0, −0\.31\) = 0$/),
    ]);
  });

  it('takes the batch stage by stage, or sample by sample', () => {
    const bySample = stacked(start, { by: 'sample' });
    expect(stepCount(bySample)).toBe(12);
    expect(isKnown({ ...bySample, step: 4 }, 'product', 1)).toBe(true);
    expect(isKnown({ ...bySample, step: 4 }, 'biased', 1)).toBe(false);
    expect(isKnown({ ...start, step: 1 }, 'product', 3)).toBe(true);
  });

  it('shows two linear layers collapse into one, and two with ReLU between them not', () => {
    const linear = forwardFacts(stacked(start, { stack: 'linear' })).collapse;
    expect(linear?.W[0]?.map((value) => Number(value.toFixed(10)))).toEqual([-1.4, -1.1, 0.9]);
    expect(linear?.b[0]).toBeCloseTo(0.8, 12);
    expect(linear?.differing).toEqual([]);
    expect(forwardFacts(stacked(start, { stack: 'relu' })).collapse?.differing).toEqual([1, 3]);
  });

  it('calls no unit dead, and says which are silent for every sample shown', () => {
    const silenced = FORWARD_PRESETS.find(({ name }) => name === 'Silence n0')?.to(start) ?? start;
    expect(silentWords(atEnd(silenced))).toContain('Silent for every sample shown: n0.');
    expect(silentWords(atEnd(start))).not.toContain('every sample');
  });

  it('has an address that brings every state back', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(forwardAddress.read(forwardAddress.write(state), start)).toEqual(state);
      }),
    );
  });

  it.each([
    '#forward?W=1',
    '#forward?X=1,2;3,4',
    '#forward?W=1;2;3;4&b=',
    '#forward?W_next=1,2,3,4;5,6,7,8&b_next=9',
    '#forward?stack=linear&stage=activated&sample=6&neuron=6&step=99',
  ])('reads %s as layers that fit', (fragment) => {
    const state = forwardAddress.read(fragment, start) ?? start;
    const { values } = forwardFacts(state);
    for (const rows of values.values()) expect(rows).toHaveLength(state.X.length);
    expect(values.get('output') ?? values.get('activated')).toBeDefined();
    expect(forwardTwin(state).sentence).toContain(
      `${state.W.length} neurons`.replace(/^1 neurons/, '1 neuron'),
    );
  });

  it('shows in picture, table, sums and speech the numbers of the core', () => {
    fc.assert(
      fc.property(states, (state) => {
        const html = markup(
          <Flow
            state={state}
            controls={stillControls(state)}
            place={workedPlace(state)}
            onPoint={() => undefined}
          />,
        );
        const expected = stagesOf(state);
        const tables = shownTables(html);
        for (const [stage, tensor] of expected) {
          const name = stageName(stage, state);
          const [height, width] = tensor.shape;
          const texts = tensor.toFlat().map((value, k) => {
            const sample = Math.floor(k / (width ?? 1));
            return isKnown(state, stage, sample) ? numberText(value) : '·';
          });
          expect(tables.get(`${name}, ${height} by ${width}`)?.flat()).toEqual(texts);
        }
        const { stage, sample: row, neuron } = workedPlace(state);
        const sums = forwardSums(state).flatMap(({ lines }) => lines.map(chainText));
        const value = expected.get(stage)?.at(row, neuron) ?? Number.NaN;
        if (sums.length > 0) {
          const last = sums.at(-1) ?? '';
          expect(last.endsWith(` ${numberText(value)}`)).toBe(true);
          // What is written was rounded to four decimals, term by term.
          const largest = Math.max(1, ...stepValues(last).map(Math.abs), ...state.X.flat().map(Math.abs));
          for (const step of stepValues(last)) expect(Math.abs(step - value) / largest).toBeLessThan(0.01);
        }
        const { rows: twin, sentence } = forwardTwin(state);
        for (const [sample, cells] of twin.entries()) {
          const written = [...expected]
            .filter(([each]) => each !== 'input')
            .flatMap(([each, tensor]) =>
              Array.from({ length: tensor.shape[1] ?? 0 }, (_, k) =>
                isKnown(state, each, sample) ? numberText(tensor.at(sample, k)) : 'not yet',
              ),
            );
          expect(cells.slice(1).map((cell) => cell.replace('≈ ', ''))).toEqual(written);
        }
        expect([sentence, ...sums].join('\n')).not.toMatch(UNSHOWABLE);
      }),
      { numRuns: RUNS },
    );
  }, 180_000);

  it('says of silent units and of the collapse what is true of the batch', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { sentence } = forwardTwin(state);
        const A = stagesOf(state).get('activated');
        if (A !== undefined) {
          const computed = state.X.flatMap((_, sample) =>
            isKnown(state, 'activated', sample) ? [sample] : [],
          );
          const cells = computed.flatMap((sample) => state.b.map((_, neuron) => A.at(sample, neuron)));
          const isWhole = computed.length === state.X.length;
          const zeros = cells.filter((value) => value === 0).length;
          expect(sentence).toContain(
            computed.length === 0
              ? 'No activation is computed yet.'
              : `${zeros} of the ${cells.length} activations ${isWhole ? '' : 'computed so far '}${zeros === 1 ? 'is' : 'are'} 0`,
          );
          const all = state.b
            .map((_, neuron) => neuron)
            .filter((neuron) => isWhole && state.X.every((_, sample) => A.at(sample, neuron) === 0));
          const said = /every sample shown: ([n\d, ]+)\./.exec(sentence)?.[1] ?? '';
          expect(said).toBe(all.map((neuron) => `n${neuron}`).join(', '));
        }
        expect(sentence.includes('collapse into one')).toBe(state.stack === 'linear');
        const { collapse } = forwardFacts(state);
        expect(sentence.includes('gives something else')).toBe(
          state.stack === 'relu' && (collapse?.differing.length ?? 0) > 0,
        );
        if (state.stack === 'linear') expect(collapse?.differing).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
