/** Every number of a drawn widget agrees with the tensor core: picture, formula, table, sentence and what is spoken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Point, reachFor } from '../../src/geometry/index.ts';
import { add, fromFlat, matmul, relu, type Shape, type Tensor, transpose } from '../../src/tensor/index.ts';
import { planeFor } from '../../src/widgets/base/index.ts';
import type { DotState } from '../../src/widgets/dot-product/pure.ts';
import { DotProductView } from '../../src/widgets/dot-product/View.tsx';
import {
  type MatmulState,
  matmulFacts,
  OPERANDS,
  repairMatmul,
  resize,
  shapesOf,
  startMatmul,
  stepCount,
} from '../../src/widgets/matmul/pure.ts';
import { MatmulStepper } from '../../src/widgets/matmul/View.tsx';
import {
  farthest,
  startTransform,
  type TransformState,
  transformFacts,
} from '../../src/widgets/matrix-transform/pure.ts';
import { MatrixTransformView } from '../../src/widgets/matrix-transform/View.tsx';
import { point, quantity } from './arbitraries.ts';
import { expectAt, expectNumbers, readDrawn } from './drawn.ts';
import { LAYER } from './figures.ts';
import { markup, stillControls } from './markup.ts';

const RUNS = { numRuns: 2000 };
/** Many times what a quiet machine takes. */
const TIME_MS = 240_000;

const list = (values: readonly number[]) => fromFlat(values, [values.length]);
const EPSILON = 8 * Number.EPSILON;

describe('a drawn dot product', () => {
  it(
    'shows the numbers of the core',
    () => {
      fc.assert(
        fc.property(point, point, (a, b) => {
          const state: DotState = { a, b };
          const drawn = readDrawn(markup(<DotProductView state={state} controls={stillControls(state)} />));
          const plane = planeFor(reachFor(Math.max(...[...a, ...b].map(Math.abs)), 5));
          expectAt(drawn.tips.get('a'), plane.toPx(a));
          expectAt(drawn.tips.get('b'), plane.toPx(b));
          const products = [a[0] * b[0], a[1] * b[1]] as const;
          const rounding = EPSILON * (Math.abs(products[0]) + Math.abs(products[1]));
          const dot = matmul<Shape, Shape>(list(a), list(b)).item();
          const bars = drawn.labels.slice(-3);
          for (const [k, value] of [...products, dot].entries())
            expectNumbers(bars[k] ?? '', [value], rounding);
          expectNumbers(drawn.heard[0] ?? '', [dot], rounding);
          const [lengthA, lengthB] = [Math.hypot(...a), Math.hypot(...b)];
          const shadow = lengthA > 0 ? [dot / lengthA] : [];
          const angle =
            lengthA > 0 && lengthB > 0
              ? [(Math.atan2(Math.abs(a[0] * b[1] - a[1] * b[0]), dot) * 180) / Math.PI]
              : [];
          const [label = ''] = drawn.labels.filter((text) => text.startsWith('shadow'));
          if (label !== '') expectNumbers(label, shadow, rounding);
          const [degrees = ''] = drawn.labels.filter((text) => text.endsWith('°'));
          if (degrees !== '') expectNumbers(degrees, angle, 1e-9, 2);
          const [first = '', ...rest] = drawn.sentence.split('The angle between');
          expectNumbers(first, [...a, ...b, dot], rounding);
          const [between = '', falls = ''] = rest.join('').split('The shadow of');
          expectNumbers(between, angle, 1e-9, 2);
          expectNumbers(falls, shadow, rounding);
        }),
        RUNS,
      );
    },
    TIME_MS,
  );
});

describe('a drawn transform', () => {
  const matrix = fc.tuple(point, point);
  it(
    'shows the numbers of the core',
    () => {
      fc.assert(
        fc.property(matrix, point, point, fc.constantFrom('W', 'VW', 'WV'), (W, b, x, composition) => {
          const state: TransformState = { ...startTransform({ x }), W, b, composition };
          const drawn = readDrawn(
            markup(<MatrixTransformView state={state} controls={stillControls(state)} />),
          );
          const { V } = state;
          const square = (rows: readonly (readonly number[])[]) => fromFlat(rows.flat(), [2, 2]);
          const M =
            composition === 'W'
              ? square(W)
              : composition === 'VW'
                ? matmul(square(V), square(W))
                : matmul(square(W), square(V));
          const [m00 = 0, m01 = 0, m10 = 0, m11 = 0] = M.toFlat();
          const image = add<Shape, Shape>(matmul<Shape, Shape>(M, list(x)), list(b)).toFlat();
          const size =
            Math.max(...W.flat().map(Math.abs), ...b.map(Math.abs), 1) * Math.max(...x.map(Math.abs), 1);
          const rounding = 4 * EPSILON * size;
          const det = m00 * m11 - m01 * m10;
          const ofDet =
            EPSILON * (Math.abs(m00 * m11) + Math.abs(m01 * m10)) +
            8 * EPSILON * Math.max(...W.flat().map(Math.abs)) ** 2;
          const plane = planeFor(reachFor(farthest(state), 4));
          const shifted = (k: 0 | 1): Point =>
            k === 0 ? [m00 + b[0], m10 + b[1]] : [m01 + b[0], m11 + b[1]];
          expectAt(drawn.tips.get('e₀'), plane.toPx(shifted(0)));
          expectAt(drawn.tips.get('e₁'), plane.toPx(shifted(1)));
          const [from, to] = drawn.points;
          expectAt(from && [round(from[0]), round(from[1])], rounded(plane.toPx(x)));
          expectAt(to && [round(to[0]), round(to[1])], rounded(plane.toPx([image[0] ?? 0, image[1] ?? 0])));
          const area = drawn.labels.filter((text) => /^[≈−\d ]/.test(text));
          if (area.length > 0) expectNumbers(area[0] ?? '', [det], ofDet);
          for (const [k, value] of image.entries()) expectNumbers(drawn.heard[k] ?? '', [value], rounding);
          expectNumbers(drawn.heard[2] ?? '', [det], ofDet);
          expectNumbers((drawn.matrices.get('The image of x') ?? []).flat().join(' '), image, rounding);
          expectNumbers(
            (drawn.matrices.get(`${composition}, 2 by 2`) ?? []).flat().join(' '),
            [m00, m01, m10, m11],
            rounding,
          );
          const shift = transformFacts(state).image.length > 0 && b.some((each) => each !== 0) ? b : [];
          const said = drawn.sentence.replace(/\. (The identity|The plane|The zero|Singular).*$/, '');
          expectNumbers(
            said,
            [m00, m01, m10, m11, m00, m10, m01, m11, ...shift, det, ...x, ...image],
            Math.max(rounding, ofDet),
          );
        }),
        RUNS,
      );
    },
    TIME_MS,
  );
});

const round = (px: number) => Math.round(px * 100) / 100;
const rounded = ([x, y]: readonly [number, number]): readonly [number, number] => [round(x), round(y)];

describe('a drawn product', () => {
  const size = fc.integer({ min: 1, max: 4 });
  const rows = fc.array(fc.array(quantity, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 });
  const states: fc.Arbitrary<MatmulState> = fc
    .record({
      X: rows,
      W: rows,
      b: fc.array(quantity, { minLength: 4, maxLength: 4 }),
      sizes: fc.record({ samples: size, features: size, neurons: size }),
      operands: fc.constantFrom(...OPERANDS),
      view: fc.constantFrom('entries', 'columns', 'outer', 'axes'),
      bias: fc.boolean(),
      relu: fc.boolean(),
      step: fc.nat(64),
    })
    .map(({ sizes, step, ...rest }) => {
      const sized = resize({ ...startMatmul(LAYER), ...rest }, { ...sizes, weights: sizes.features });
      return repairMatmul({ ...sized, step });
    });

  /** How many products of each cell are in after a step. */
  function termsIn({ view, step, X }: MatmulState, row: number, column: number, columns: number): number {
    const inner = X[0]?.length ?? 0;
    if (view === 'axes') return step >= 3 ? inner : 0;
    const before = { entries: row * columns + column, columns: column, outer: 0 }[view] * inner;
    return Math.min(inner, Math.max(0, step - before));
  }

  it(
    'shows the numbers of the core, as far as they are computed',
    () => {
      fc.assert(
        fc.property(states, (state) => {
          const drawn = readDrawn(markup(<MatmulStepper state={state} controls={stillControls(state)} />));
          const { left, right } = shapesOf(state);
          const height = left.length === 1 ? 1 : state.X.length;
          const width = right.length === 1 ? 1 : state.W.length;
          const inner = state.X[0]?.length ?? 0;
          const table = (values: readonly (readonly number[])[], terms: number): Tensor =>
            fromFlat(
              values.flatMap((row) => row.slice(0, terms)),
              [values.length, terms],
            );
          const product = (terms: number) =>
            matmul<Shape, Shape>(
              table(state.X.slice(0, height), terms),
              transpose(table(state.W.slice(0, width), terms)),
            );
          const whole = product(inner);
          const biased = state.bias ? add<Shape, Shape>(whole, list(state.b.slice(0, width))) : whole;
          const final = state.relu ? relu(biased) : biased;
          const largest = Math.max(1, ...[state.X, state.W, [state.b]].flat(2).map(Math.abs));
          const rounding = EPSILON * inner * largest ** 2;
          const shown = drawn.matrices.get('The result');
          const isDrawn = state.view !== 'axes' || state.step >= 3;
          expect(shown === undefined).toBe(!isDrawn);
          const twin = [...drawn.rows.values()];
          for (let row = 0; row < height; row += 1)
            for (let column = 0; column < width; column += 1) {
              const terms = termsIn(state, row, column, width);
              const cell = shown?.[row]?.[column] ?? '·';
              const said = twin[row]?.[column] ?? '';
              if (terms === 0) {
                expect([cell, said]).toEqual(['·', 'not yet']);
                continue;
              }
              const value = (terms === inner ? final : product(terms)).at(row, column);
              expectNumbers(cell, [value], rounding);
              expectNumbers(said, [value], rounding);
            }
          const { focus } = matmulFacts(state);
          if (state.view === 'entries' && focus !== undefined && state.step < stepCount(state)) {
            const place = [focus.row ?? 0, focus.column ?? 0] as const;
            const value = focus.done === inner ? final : product(focus.done);
            expectNumbers(drawn.heard.at(-1) ?? '', [value.at(...place)], rounding);
          }
        }),
        RUNS,
      );
    },
    TIME_MS,
  );
});
