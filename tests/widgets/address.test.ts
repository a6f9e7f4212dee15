import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, widgetStates, withWidgetState } from '../../src/widgets/base/index.ts';
import { type DotState, dotAddress } from '../../src/widgets/dot-product/pure.ts';
import { matmulAddress, startMatmul } from '../../src/widgets/matmul/pure.ts';
import {
  startTransform,
  type TransformState,
  transformAddress,
} from '../../src/widgets/matrix-transform/pure.ts';
import { startVector, type VectorState, vectorAddress } from '../../src/widgets/vector/pure.ts';
import { point, quantity } from './arbitraries.ts';
import { LAYER, PLANE } from './figures.ts';

const dots: fc.Arbitrary<DotState> = fc.record({ a: point, b: point });
const vectors: fc.Arbitrary<VectorState> = fc.record({
  mode: fc.constantFrom('one', 'sum', 'difference', 'multiple'),
  v: point,
  a: point,
  b: point,
  c: quantity,
});
const matrices = fc.tuple(point, point);
const transforms: fc.Arbitrary<TransformState> = fc.record({
  W: matrices,
  V: matrices,
  composition: fc.constantFrom('W', 'VW', 'WV'),
  b: point,
  x: point,
  family: fc.constantFrom('free', 'rotation', 'residual'),
  parameter: fc.integer({ min: -180, max: 180 }),
});

const DOT: DotState = { a: PLANE.a, b: PLANE.b };

/** For any state the address says all of it; for any text it is a state or nothing, and never an error. */
function describeAddress<S>(address: Address<S>, start: S, states: fc.Arbitrary<S>) {
  describe(`the address of the ${address.name} widget`, () => {
    it('brings back every state it was written from', () => {
      fc.assert(
        fc.property(states, (state) => {
          expect(address.read(address.write(state), start)).toEqual(state);
        }),
      );
    });

    it('survives any text, and what it reads can be written again', () => {
      const hostile = fc.constantFrom(
        '',
        'NaN',
        '1e999',
        '-0',
        '1,',
        '1,2,3',
        '1;2',
        'Infinity,1',
        '%E0%A4%A',
      );
      const keys = fc.constantFrom(
        'a',
        'b',
        'c',
        'v',
        'W',
        'V',
        'x',
        'mode',
        'composition',
        'version',
        '__proto__',
      );
      const queries = fc
        .array(fc.tuple(keys, fc.oneof(fc.string(), hostile)))
        .map((pairs) => `#${address.name}?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`);
      fc.assert(
        fc.property(fc.oneof(fc.string(), queries), (text) => {
          const state = address.read(text, start);
          if (state === undefined) return;
          expect(JSON.stringify(state)).not.toMatch(/null/);
          expect(address.read(address.write(state), start)).toEqual(state);
        }),
      );
    });

    it('keeps the start for another version and leaves other fragments alone', () => {
      expect(address.read(`#${address.name}?version=99&a=9,9&W=9,9;9,9`, start)).toEqual(start);
      expect(address.read('#the-dot-product', start)).toBeUndefined();
      expect(address.read('', start)).toBeUndefined();
    });
  });
}

describeAddress(dotAddress, DOT, dots);
describeAddress(vectorAddress, startVector(PLANE), vectors);
describeAddress(matmulAddress, startMatmul(LAYER), fc.constant(startMatmul(LAYER)));
describeAddress(transformAddress, startTransform({ x: [2, 1] }), transforms);

describe('a number in an address', () => {
  it.each([
    ['#dot?a=3,2&b=1,4', [3, 2], [1, 4]],
    ['#dot?a=-1.5,0', [-1.5, 0], [1, 4]],
    ['#dot?a=9e9,-9e9', [1e6, -1e6], [1, 4]],
    ['#dot?a=-0,0', [0, 0], [1, 4]],
    ['#dot?a=x,2&b=7,7', [3, 2], [7, 7]],
    ['#dot?a=1,2,3', [3, 2], [1, 4]],
    ['#dot', [3, 2], [1, 4]],
  ])('%s is the nearest valid value, or the default', (fragment, a, b) => {
    expect(dotAddress.read(fragment, DOT)).toEqual({ a, b });
  });

  it('reads as people write it', () => {
    expect(dotAddress.write(DOT)).toBe('#dot?a=3,2&b=1,4&version=1');
  });
});

describe('several widgets in one address', () => {
  const transform = startTransform({ x: [2, 1] });
  const both = withWidgetState(dotAddress.write(DOT), transformAddress.write(transform));

  it('each read their own state', () => {
    fc.assert(
      fc.property(dots, transforms, vectors, (dot, plane, vector) => {
        const fragment = [
          dotAddress.write(dot),
          transformAddress.write(plane),
          vectorAddress.write(vector),
        ].reduce(withWidgetState, '');
        expect(dotAddress.read(fragment, DOT)).toEqual(dot);
        expect(transformAddress.read(fragment, transform)).toEqual(plane);
        expect(vectorAddress.read(fragment, startVector(PLANE))).toEqual(vector);
      }),
    );
  });

  it('stand in the order of their last change, each once', () => {
    expect([...widgetStates(both).keys()]).toEqual(['transform', 'dot']);
    expect([...widgetStates(withWidgetState(both, dotAddress.write(DOT))).keys()]).toEqual([
      'dot',
      'transform',
    ]);
  });

  it('take the place of a fragment that names no widget', () => {
    expect(withWidgetState('#the-dot-product', dotAddress.write(DOT))).toBe(dotAddress.write(DOT));
  });
});
