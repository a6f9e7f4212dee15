/**
 * The layers of the ziggurat of Marsaglia and Tsang (2000, https://doi.org/10.18637/jss.v005.i08): 256 of equal area cover the
 * right half of a density. They are made by the paper's rule. NumPy compares random bits with them, so each number must
 * be its own to the last bit: the arithmetic is that with which its tables were made, doubles for the normal density and
 * more digits for the exponential one.
 */
import { exp, log } from '../elementary/index.ts';
import * as fixed from './fixed-point.ts';

const LAYERS = 256;
const LAST = LAYERS - 1;

/** What a draw is compared with. Layer 0 holds the tail, layer 255 lies on it, layer 1 is the topmost. */
export type Layers = {
  /** Draws below this lie under the curve. */
  readonly accepted: Float64Array;
  /** The width of one unit of a draw. */
  readonly unit: Float64Array;
  /** The density at the right end of the layer. */
  readonly density: Float64Array;
};

/** Bits of a draw that give the place within a layer. */
const NORMAL_BITS = 52;
const EXPONENTIAL_BITS = 53;
const FLOAT_BITS = 23;

/** Where the tail of the normal density begins (J. A. Doornik, An Improved Ziggurat Method, 2005). */
export const NORMAL_TAIL = 3.6541528853610088;
/** The area of a layer under exp(−x²/2), its tail included, as a double holds it. */
const NORMAL_AREA = 0.004928673233974652;

/** Where the tail of the exponential density begins, for which the 255 layers above it end at the density 1. */
const EXPONENTIAL_TAIL_DIGITS = '7.6971174701310497140446280481';
export const EXPONENTIAL_TAIL = Number(EXPONENTIAL_TAIL_DIGITS);

/**
 * The layer whose density the function that made NumPy's table rounded up: it lies 0.498 of the way between two doubles,
 * which are 2⁻⁵³ apart there.
 */
const ROUNDED_UP = 38;

/** Returns the nearest integer, of two the even one, as Python rounds. */
function roundEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  return rest > 0.5 || (rest === 0.5 && down % 2 === 1) ? down + 1 : down;
}

/** The last decimal place of the float32 tables of the exponential density. */
const DECIMALS = 8;
const toFloat = (value: number): number => Math.fround(Number(value.toExponential(DECIMALS)));

/** Widths and densities of the layers of exp(−x²/2). */
function normalLayers(): { readonly width: Float64Array; readonly density: Float64Array } {
  const width = new Float64Array(LAYERS);
  const density = new Float64Array(LAYERS).fill(1);
  let below = NORMAL_TAIL;
  for (let i = LAST; i > 0; i--) {
    width[i] = below;
    density[i] = exp(-0.5 * below * below) + (i === ROUNDED_UP ? 2 ** -53 : 0);
    below = Math.sqrt(-2 * log(NORMAL_AREA / below + (density[i] as number)));
  }
  return { width, density };
}

/** Returns the tables of the normal density for draws of `bits` bits. */
function normalTables(bits: number, round: (value: number) => number): Layers {
  const { width, density } = normalLayers();
  const atTail = density[LAST] as number;
  const accepted = width.map((each, i) => roundEven(((width[i - 1] ?? 0) / each) * 2 ** bits));
  accepted[0] = roundEven(((NORMAL_TAIL * atTail) / NORMAL_AREA) * 2 ** bits);
  const unit = width.map((each) => round(each / 2 ** bits));
  unit[0] = round(NORMAL_AREA / atTail / 2 ** bits);
  return { accepted, unit, density: density.map(round) };
}

/** Widths and densities of the layers of exp(−x); the tail r and the box beside it have the area (r + 1) e⁻ʳ. */
function exponentialLayers() {
  const tail = fixed.fixedPoint(EXPONENTIAL_TAIL_DIGITS);
  const base = tail + fixed.ONE;
  const atTail = fixed.divide(fixed.ONE, fixed.exp(tail));
  const area = fixed.multiply(base, atTail);
  const width = new Array<fixed.FixedPoint>(LAYERS).fill(base);
  const density = new Array<fixed.FixedPoint>(LAYERS).fill(fixed.ONE);
  let [below, height] = [tail, atTail];
  for (let i = LAST; i > 0; i--) {
    width[i] = below;
    density[i] = height;
    height += fixed.divide(area, below);
    below = -fixed.log(height);
  }
  /** The share of a layer that the one above it covers; of layer 0, what is no tail. */
  const covered = width.map((each, i) => {
    if (i === 1) return 0n;
    return fixed.divide(i === 0 ? tail : (width[i - 1] as fixed.FixedPoint), each);
  });
  return { width, density, covered };
}

/** Returns a fixed-point number times 2ᵇⁱᵗˢ, as the nearest double. */
const scaled = (value: fixed.FixedPoint, bits: number): number => Number(value) * 2 ** (bits - fixed.PLACES);

export function exponentialDoubles(): Layers {
  const { width, density, covered } = exponentialLayers();
  return {
    // NumPy's were made for one bit less, cut off, and doubled.
    accepted: Float64Array.from(
      covered,
      (each) => 2 * Number(each >> BigInt(fixed.PLACES - EXPONENTIAL_BITS + 1)),
    ),
    unit: Float64Array.from(width, (each) => scaled(each, -EXPONENTIAL_BITS)),
    density: Float64Array.from(density, (each) => scaled(each, 0)),
  };
}

export function exponentialFloats(): Layers {
  const { width, density, covered } = exponentialLayers();
  return {
    accepted: Float64Array.from(covered, (each) => roundEven(scaled(each, FLOAT_BITS))),
    unit: Float64Array.from(width, (each) => toFloat(scaled(each, -FLOAT_BITS))),
    density: Float64Array.from(density, (each) => toFloat(scaled(each, 0))),
  };
}

/** Returns the layers of each density for doubles and for float32 numbers, made anew. */
export const normalDoubles = (): Layers => normalTables(NORMAL_BITS, (value) => value);
export const normalFloats = (): Layers => normalTables(FLOAT_BITS, Math.fround);
