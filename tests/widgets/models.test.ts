import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainText, type Worked } from '../../src/explain/index.ts';
import { fromFlat, matmul, multiply, norm, sum } from '../../src/tensor/index.ts';
import {
  DOT_PRESETS,
  dotFacts,
  dotSums,
  dotTwin,
  neuronReading,
} from '../../src/widgets/dot-product/pure.ts';
import {
  startTransform,
  TRANSFORM_PRESETS,
  transformFacts,
  transformSums,
  transformTwin,
  withParameter,
} from '../../src/widgets/matrix-transform/pure.ts';
import { factsOf, resultOf, startVector, vectorSums, vectorTwin } from '../../src/widgets/vector/pure.ts';
import { point, quantity, UNSHOWABLE } from './arbitraries.ts';
import { PLANE } from './figures.ts';

const list = (values: readonly number[]) => fromFlat(values, [values.length]);
type Said = { readonly sentence: string; readonly rows: readonly (readonly string[])[] };

/** All that a widget says in one state. */
function allText({ sentence, rows }: Said, worked: readonly Worked[]): string {
  return [sentence, ...rows.flat(), ...worked.flatMap(({ lines }) => lines.map(chainText))].join('\n');
}

describe('the vector widget', () => {
  it('starts at [3, 4] with length 5, its direction and its unit vector', () => {
    const { length, degrees, unit } = factsOf(startVector(PLANE).v);
    expect(length).toBe(5);
    expect(degrees).toBeCloseTo(53.1301, 4);
    expect(unit).toEqual([0.6, 0.8]);
  });

  it.each([
    ['sum', [4, 6]],
    ['difference', [2, -2]],
    ['multiple', [7.5, 5]],
  ] as const)('makes the %s of its operands', (mode, expected) => {
    expect(resultOf({ ...startVector(PLANE), mode })).toEqual(expected);
  });

  it.each([
    [[1, 0], 0],
    [[0, 2], 90],
    [[-3, 0], 180],
    [[0, -1], -90],
    [[-1, -1], -135],
  ] as const)('finds the direction of %s at %s degrees', (v, degrees) => {
    expect(factsOf(v).degrees).toBeCloseTo(degrees, 9);
  });

  it('says that a zero vector has no direction', () => {
    expect(factsOf([0, 0])).toMatchObject({ length: 0, degrees: undefined, unit: undefined });
    expect(vectorTwin({ ...startVector(PLANE), v: [0, 0] }).sentence).toContain('no direction');
  });

  it('agrees with the core, and never shows what cannot be read', () => {
    const modes = fc.constantFrom('one', 'sum', 'difference', 'multiple');
    fc.assert(
      fc.property(modes, point, point, point, quantity, (mode, v, a, b, c) => {
        const [state, facts] = [{ mode, v, a, b, c }, factsOf(v)];
        expect(facts.length).toBeCloseTo(norm(list(v)).item(), 6);
        expect(allText(vectorTwin(state), vectorSums(state))).not.toMatch(UNSHOWABLE);
      }),
    );
  });
});

describe('the dot product widget', () => {
  it('starts at 11 and 42.27 degrees', () => {
    const { dot, angle, shadow, verdict } = dotFacts(PLANE);
    expect(dot).toBe(11);
    expect(angle?.degrees).toBeCloseTo(42.2737, 4);
    expect(shadow).toBeCloseTo(3.0509, 4);
    expect(verdict).toBe('acute');
  });

  it.each([
    ['Parallel', 'same', 0],
    ['Perpendicular', 'perpendicular', 90],
    ['Opposite', 'opposite', 180],
  ])('goes to %s, and judges it %s', (name, verdict, degrees) => {
    const facts = dotFacts(DOT_PRESETS.find((preset) => preset.name === name)?.to(PLANE) ?? PLANE);
    expect(facts.verdict).toBe(verdict);
    expect(facts.angle?.degrees).toBeCloseTo(degrees, 5);
  });

  it('leaves the angle undefined for a zero vector, and the shadow on one', () => {
    const facts = dotFacts({ a: [0, 0], b: [1, 4] });
    expect(facts).toMatchObject({ dot: 0, angle: undefined, shadow: undefined, verdict: 'undefined' });
    expect(dotTwin({ a: [0, 0], b: [1, 4] }, facts).sentence).toContain('undefined, because a zero vector');
  });

  it('agrees with the core, and never shows what cannot be read', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const facts = dotFacts({ a, b });
        expect(facts.dot).toBeCloseTo(sum(multiply(list(a), list(b))).item(), 3);
        expect(Math.abs(facts.angle?.cosine ?? 0)).toBeLessThanOrEqual(1);
        expect(
          `${allText(dotTwin({ a, b }, facts), dotSums({ a, b }, facts))}\n${neuronReading(facts)}`,
        ).not.toMatch(UNSHOWABLE);
      }),
    );
  });
});

describe('the matrix transform widget', () => {
  const start = startTransform({ x: [2, 1] });
  const preset = (name: string) => TRANSFORM_PRESETS.find((one) => one.name === name)?.to(start) ?? start;

  it('starts at the identity, which moves nothing', () => {
    expect(transformFacts(start)).toMatchObject({ det: 1, image: [2, 1], effect: 'identity' });
  });

  it.each([
    ['Scale', 'keeps', 3],
    ['Rotate', 'keeps', 1],
    ['Shear', 'keeps', 1],
    ['Reflect', 'flips', -1],
    ['Project', 'line', 0],
  ])('%s: the plane %s, determinant %s', (name, effect, det) => {
    const facts = transformFacts(preset(name));
    expect(facts.effect).toBe(effect);
    expect(facts.det).toBeCloseTo(det, 9);
  });

  it('turns a quarter with exact zeros', () => {
    expect(withParameter(preset('Rotate'), 90).W).toEqual([
      [0, -1],
      [1, 0],
    ]);
  });

  it('says that the zero matrix leaves one point', () => {
    const zero = [0, 0] as const;
    expect(transformFacts({ ...start, W: [zero, zero] }).effect).toBe('point');
  });

  it('applies W first in VW and V first in WV, which differ', () => {
    const sheared = { ...preset('Shear'), x: [1, 0] as const };
    expect(transformFacts({ ...sheared, composition: 'VW' }).image).toEqual([1, 1]);
    expect(transformFacts({ ...sheared, composition: 'WV' }).image).toEqual([2, 1]);
    expect(transformFacts(sheared).products.areEqual).toBe(false);
  });

  it('agrees with the core, and never shows what cannot be read', () => {
    const compositions = fc.constantFrom('W', 'VW', 'WV');
    fc.assert(
      fc.property(fc.tuple(point, point), point, point, compositions, (W, b, x, composition) => {
        const state = { ...start, W, b, x, composition };
        const facts = transformFacts(state);
        const product = matmul(fromFlat(facts.M.flat(), [2, 2]), list(x)).toFlat();
        for (const [k, value] of product.entries())
          expect(facts.image[k as 0 | 1] - (value + (b[k] ?? 0))).toBeCloseTo(0, 3);
        expect(allText(transformTwin(state, facts), transformSums(state, facts))).not.toMatch(UNSHOWABLE);
      }),
    );
  });
});
