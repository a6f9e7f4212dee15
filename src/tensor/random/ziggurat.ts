/**
 * Normal and exponential numbers by the ziggurat of Marsaglia and Tsang (2000), as NumPy's Generator draws them: most draws
 * lie in a layer where it is under the curve and are taken at once. See ziggurat-layers.ts.
 */
import { exp, log } from '../elementary/index.ts';
import { type BitSource, nextFloat } from './bits.ts';
import {
  EXPONENTIAL_TAIL,
  exponentialDoubles,
  exponentialFloats,
  type Layers,
  NORMAL_TAIL,
  normalDoubles,
  normalFloats,
} from './ziggurat-layers.ts';

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const layersOf = {
  normalDoubles: once(normalDoubles),
  normalFloats: once(normalFloats),
  exponentialDoubles: once(exponentialDoubles),
  exponentialFloats: once(exponentialFloats),
};

/** How numbers of one precision are drawn and rounded. */
type Precision = {
  /** A number of [0, 1). */
  readonly uniform: (source: BitSource) => number;
  readonly round: (x: number) => number;
};

const DOUBLE: Precision = { uniform: (source) => source.nextDouble(), round: (x) => x };
const FLOAT: Precision = { uniform: nextFloat, round: Math.fround };

/** −log of a number of (0, 1]. */
function minusLog(source: BitSource, { uniform, round }: Precision): number {
  return -round(log(1 - uniform(source)));
}

/** Returns whether a point at a height of the layer, chosen at random, is under the curve, whose density is `density`. */
function isUnder(layers: Layers, layer: number, density: number, source: BitSource, of: Precision): boolean {
  const [above, below] = [layers.density[layer - 1] as number, layers.density[layer] as number];
  return of.round(of.round(of.round(above - below) * of.uniform(source)) + below) < density;
}

/** Returns the magnitude beyond the tail's start, by Marsaglia (1964, https://doi.org/10.1080/00401706.1964.10490150). */
function normalTail(source: BitSource, of: Precision): number {
  const { round } = of;
  const inverse = round(1 / NORMAL_TAIL);
  for (;;) {
    const x = round(inverse * minusLog(source, of));
    const y = minusLog(source, of);
    if (round(y + y) > round(x * x)) return round(round(NORMAL_TAIL) + x);
  }
}

/** Returns a normal number with mean 0 and standard deviation 1. */
export function zigguratNormal(source: BitSource): number {
  const layers = layersOf.normalDoubles();
  for (;;) {
    const [high, low] = source.next64();
    const layer = low & 0xff;
    // Bit 8 is the sign, the 52 above it the place.
    const place = (high & 0x1fffffff) * 2 ** 23 + (low >>> 9);
    const x = place * (layers.unit[layer] as number) * ((low & 0x100) === 0 ? 1 : -1);
    if (place < (layers.accepted[layer] as number)) return x;
    if (layer === 0) return tailSign(place) * normalTail(source, DOUBLE);
    if (isUnder(layers, layer, exp(-0.5 * x * x), source, DOUBLE)) return x;
  }
}

/** Bit 8 of the place decides on which side of the density the tail is. */
const tailSign = (place: number): number => (Math.floor(place / 2 ** 8) % 2 === 1 ? -1 : 1);

/** Returns the same as a float32, from 32 bits a draw. */
export function zigguratNormalFloat(source: BitSource): number {
  const layers = layersOf.normalFloats();
  for (;;) {
    const bits = source.next32();
    const layer = bits & 0xff;
    const place = bits >>> 9;
    const x = Math.fround(place * (layers.unit[layer] as number)) * ((bits & 0x100) === 0 ? 1 : -1);
    if (place < (layers.accepted[layer] as number)) return x;
    if (layer === 0) return tailSign(place) * normalTail(source, FLOAT);
    // The density is computed as a double.
    if (isUnder(layers, layer, exp(-0.5 * x * x), source, FLOAT)) return x;
  }
}

/** Returns an exponential number with mean 1. */
export function zigguratExponential(source: BitSource): number {
  const layers = layersOf.exponentialDoubles();
  for (;;) {
    const [high, low] = source.next64();
    // The lowest three bits are not used; then eight choose the layer.
    const layer = (low >>> 3) & 0xff;
    const place = high * 2 ** 21 + (low >>> 11);
    const x = place * (layers.unit[layer] as number);
    if (place < (layers.accepted[layer] as number)) return x;
    if (layer === 0) return EXPONENTIAL_TAIL + minusLog(source, DOUBLE);
    if (isUnder(layers, layer, exp(-x), source, DOUBLE)) return x;
  }
}

/** Returns the same as a float32, from 32 bits a draw. */
export function zigguratExponentialFloat(source: BitSource): number {
  const layers = layersOf.exponentialFloats();
  for (;;) {
    const bits = source.next32();
    const layer = (bits >>> 1) & 0xff;
    const place = bits >>> 9;
    const x = Math.fround(place * (layers.unit[layer] as number));
    if (place < (layers.accepted[layer] as number)) return x;
    if (layer === 0) return Math.fround(Math.fround(EXPONENTIAL_TAIL) + minusLog(source, FLOAT));
    if (isUnder(layers, layer, Math.fround(exp(-x)), source, FLOAT)) return x;
  }
}
