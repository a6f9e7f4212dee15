/** `math.gamma` and `math.lgamma` in the steps of CPython (Modules/mathmodule.c), whose last digits are theirs. */
import { exp, log, pow } from '../../../tensor/elementary/index.ts';
import { cos, sin } from '../../../tensor/real-functions/index.ts';

/** Lanczos' approximation with g = 6.0246… and 13 terms (Pugh 2004), as CPython has it: coefficients of a quotient. */
const LANCZOS_G = 6.02468004077673;
const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

/** Above this the gamma function overflows and its reflection is 0; above the other a power is taken in two steps. */
const [overflowing, large] = [200, 140];

function lanczosSum(x: number): number {
  let [above, below] = [0, 0];
  for (let i = 0; i < NUMERATOR.length; i++) {
    const term = x < 5 ? NUMERATOR.length - 1 - i : i;
    const next = (sum: number, coefficient: number) => (x < 5 ? sum * x : sum / x) + coefficient;
    above = next(above, NUMERATOR[term] as number);
    below = next(below, DENOMINATOR[term] as number);
  }
  return above / below;
}

/** sin πx, exact at multiples of one half. */
function sinOfPi(x: number): number {
  const y = Math.abs(x) % 2;
  const size = [
    () => sin(Math.PI * y),
    () => cos(Math.PI * (y - 0.5)),
    () => sin(Math.PI * (1 - y)),
    () => -cos(Math.PI * (y - 1.5)),
    () => sin(Math.PI * (y - 2)),
  ][Math.round(2 * y)] as () => number;
  return x < 0 ? -size() : size();
}

/** Γ(x); nan at the poles below 0, ±∞ at ±0. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x === Number.NEGATIVE_INFINITY ? Number.NaN : x;
  if (x === 0) return 1 / x;
  if (Number.isInteger(x) && x < 0) return Number.NaN;
  if (Number.isInteger(x) && x <= 23) return factorialBelow(x);
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > overflowing) return x < 0 ? 0 / sinOfPi(x) : Number.POSITIVE_INFINITY;
  return x < 0 ? reflected(size) : ofPositive(size);
}

function factorialBelow(x: number): number {
  let product = 1;
  for (let factor = 2; factor < x; factor++) product *= factor;
  return product;
}

/** Returns the base of the power in Lanczos' formula, and what rounding took from it. */
function base(size: number): { y: number; error: number } {
  const half = LANCZOS_G - 0.5;
  const y = size + half;
  const error = size > half ? y - size - half : y - half - size;
  return { y, error: (error * LANCZOS_G) / y };
}

function ofPositive(size: number): number {
  const { y, error } = base(size);
  const r = lanczosSum(size) / exp(y);
  const corrected = r + error * r;
  if (size < large) return corrected * pow(y, size - 0.5);
  const root = pow(y, size / 2 - 0.25);
  return corrected * root * root;
}

function reflected(size: number): number {
  const { y, error } = base(size);
  const r = ((-Math.PI / sinOfPi(size) / size) * exp(y)) / lanczosSum(size);
  const corrected = r - error * r;
  if (size < large) return corrected / pow(y, size - 0.5);
  const root = pow(y, size / 2 - 0.25);
  return corrected / root / root;
}

/** ln |Γ(x)|; ∞ at the poles. */
export function logGamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Number.POSITIVE_INFINITY : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  const r = log(lanczosSum(size)) - LANCZOS_G + (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
  return x > 0 ? r : log(Math.PI) - log(Math.abs(sinOfPi(size))) - log(size) - r;
}
