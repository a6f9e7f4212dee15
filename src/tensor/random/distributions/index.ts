/**
 * Numbers of further distributions, made of uniform, normal and exponential ones by the algorithms that NumPy uses. The
 * legacy generator and the new one differ in how these are drawn and in a few formulas.
 */
import { exp, log, pow } from '../../elementary/index.ts';
import { expm1, log1p } from '../../real-functions/index.ts';

/** What the distributions draw from. */
export type Draws = {
  /** A number of [0, 1). */
  readonly uniform: () => number;
  readonly normal: () => number;
  readonly exponential: () => number;
  readonly isLegacy: boolean;
};

/** Repeats until a draw is accepted. */
function accepted(draw: () => number | undefined): number {
  for (;;) {
    const x = draw();
    if (x !== undefined) return x;
  }
}

export const laplace = ({ uniform }: Draws, loc: number, scale: number): number =>
  accepted(() => {
    const u = uniform();
    if (u >= 0.5) return loc - scale * log(2 - u - u);
    return u > 0 ? loc + scale * log(u + u) : undefined;
  });
export const gumbel = ({ uniform }: Draws, loc: number, scale: number): number =>
  accepted(() => {
    const u = 1 - uniform();
    return u < 1 ? loc - scale * log(-log(u)) : undefined;
  });
export const logistic = ({ uniform }: Draws, loc: number, scale: number): number =>
  accepted(() => {
    const u = uniform();
    return u > 0 ? loc + scale * log(u / (1 - u)) : undefined;
  });
export const lognormal = ({ normal }: Draws, mean: number, sigma: number): number =>
  exp(mean + sigma * normal());
export const rayleigh = ({ isLegacy, uniform, exponential }: Draws, scale: number): number =>
  isLegacy ? scale * Math.sqrt(-2 * log1p(-uniform())) : scale * Math.sqrt(2 * exponential());
export const weibull = ({ exponential }: Draws, a: number): number =>
  a === 0 ? 0 : pow(exponential(), 1 / a);
export const power = ({ isLegacy, exponential }: Draws, a: number): number =>
  isLegacy ? pow(1 - exp(-exponential()), 1 / a) : pow(-expm1(-exponential()), 1 / a);
export const pareto = ({ isLegacy, exponential }: Draws, a: number): number =>
  isLegacy ? exp(exponential() / a) - 1 : expm1(exponential() / a);
export const cauchy = ({ normal }: Draws): number => {
  const first = normal();
  return first / normal();
};
export function triangular({ uniform }: Draws, left: number, mode: number, right: number): number {
  const base = right - left;
  const leftBase = mode - left;
  const u = uniform();
  return u <= leftBase / base
    ? left + Math.sqrt(u * (leftBase * base))
    : right - Math.sqrt((1 - u) * ((right - mode) * base));
}

/** Gamma numbers of scale 1: Marsaglia and Tsang (2000) from 1 on, below it Ahrens and Dieter (1974). */
export function standardGamma({ uniform, normal, exponential }: Draws, shape: number): number {
  if (shape === 1) return exponential();
  if (shape === 0) return 0;
  if (shape < 1)
    return accepted(() => {
      const u = uniform();
      const v = exponential();
      if (u <= 1 - shape) {
        const x = pow(u, 1 / shape);
        return x <= v ? x : undefined;
      }
      const y = -log((1 - u) / shape);
      const x = pow(1 - shape + shape * y, 1 / shape);
      return x <= v + y ? x : undefined;
    });
  const b = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * b);
  return accepted(() => {
    let [x, v] = [0, 0];
    do {
      x = normal();
      v = 1 + c * x;
    } while (v <= 0);
    v = v * v * v;
    const u = uniform();
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v;
    return log(u) < 0.5 * x * x + b * (1 - v + log(v)) ? b * v : undefined;
  });
}

export const chisquare = (draws: Draws, freedom: number): number => 2 * standardGamma(draws, freedom / 2);

/** Jöhnk's algorithm (1964) where both parameters are at most 1, else a quotient of gamma numbers. */
export function beta(draws: Draws, a: number, b: number): number {
  if (a > 1 || b > 1) {
    const first = standardGamma(draws, a);
    return first / (first + standardGamma(draws, b));
  }
  return accepted(() => {
    const u = draws.uniform();
    const v = draws.uniform();
    const x = pow(u, 1 / a);
    const y = pow(v, 1 / b);
    const sum = x + y;
    if (sum > 1 || u + v <= 0) return undefined;
    if (sum > 0) return x / sum;
    const [logX, logY] = [log(u) / a, log(v) / b];
    const most = Math.max(logX, logY);
    return exp(logX - most - log(exp(logX - most) + exp(logY - most)));
  });
}
export const fisher = (draws: Draws, above: number, below: number): number => {
  const first = chisquare(draws, above) * below;
  return first / (chisquare(draws, below) * above);
};
export function student(draws: Draws, freedom: number): number {
  const x = draws.normal();
  return (Math.sqrt(freedom / 2) * x) / Math.sqrt(standardGamma(draws, freedom / 2));
}

/** Coefficients of Stirling's series, as NumPy's logarithm of the gamma function has them. */
const STIRLING = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4,
  8.417508417508418e-4, -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2,
  1.796443723688307e-1, -1.3924322169059,
];
const LOG_2PI = 1.8378770664093453;

/** ln Γ(x) by Stirling's series, for small x by recurrence from 7 on. */
function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const steps = x < 7 ? Math.trunc(7 - x) : 0;
  let x0 = x + steps;
  const square = (1 / x0) * (1 / x0);
  let sum = STIRLING[9] as number;
  for (let k = 8; k >= 0; k--) sum = sum * square + (STIRLING[k] as number);
  let found = sum / x0 + 0.5 * LOG_2PI + (x0 - 0.5) * log(x0) - x0;
  for (let k = 1; k <= steps; k++) {
    found -= log(x0 - 1);
    x0 -= 1;
  }
  return found;
}

/** By products of uniform numbers below 10; from there on Hörmann's PTRS (1993, https://doi.org/10.1016/0167-6687(93)90997-4). */
export function poisson({ uniform }: Draws, mean: number): number {
  if (mean === 0) return 0;
  if (mean < 10) {
    const least = exp(-mean);
    let product = 1;
    for (let count = 0; ; count++) {
      product *= uniform();
      if (product <= least) return count;
    }
  }
  const root = Math.sqrt(mean);
  const logMean = log(mean);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  return accepted(() => {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) return undefined;
    const limit = -mean + k * logMean - logGamma(k + 1);
    return log(v) + log(inverseAlpha) - log(a / (us * us) + b) <= limit ? k : undefined;
  });
}

/** By inversion where few successes are expected, else Kachitvichyanukul and Schmeiser's BTPE (1988, https://doi.org/10.1145/42372.42381). */
export function binomial(draws: Draws, n: number, p: number): number {
  if (n === 0 || p === 0) return 0;
  if (p > 0.5) return n - binomialUpToHalf(draws, n, 1 - p);
  return binomialUpToHalf(draws, n, p);
}
function binomialUpToHalf(draws: Draws, n: number, p: number): number {
  return p * n <= 30 ? byInversion(draws, n, p) : byTriangle(draws, n, p);
}

function byInversion({ uniform }: Draws, n: number, p: number): number {
  const q = 1 - p;
  const none = exp(n * log(q));
  const mean = n * p;
  const bound = Math.trunc(Math.min(n, mean + 10 * Math.sqrt(mean * q + 1)));
  let count = 0;
  let share = none;
  let u = uniform();
  while (u > share) {
    count++;
    if (count > bound) {
      count = 0;
      share = none;
      u = uniform();
    } else {
      u -= share;
      share = ((n - count + 1) * p * share) / (count * q);
    }
  }
  return count;
}

/** Returns a term of Stirling's series as BTPE's last test sums them. */
const correction = (f: number): number => {
  const square = f * f;
  return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / f / 166320;
};

function byTriangle({ uniform }: Draws, n: number, r: number): number {
  const q = 1 - r;
  const fm = n * r + r;
  const m = Math.floor(fm);
  const p1 = Math.floor(2.195 * Math.sqrt(n * r * q) - 4.6 * q) + 0.5;
  const [xm, xl, xr] = [m + 0.5, m + 0.5 - p1, m + 0.5 + p1];
  const c = 0.134 + 20.5 / (15.3 + m);
  const slope = (a: number): number => a * (1 + a / 2);
  const left = slope((fm - xl) / (fm - xl * r));
  const right = slope((xr - fm) / (xr * q));
  const p2 = p1 * (1 + 2 * c);
  const p3 = p2 + c / left;
  const p4 = p3 + c / right;
  const nrq = n * r * q;
  return accepted(() => {
    const u = uniform() * p4;
    let v = uniform();
    if (u <= p1) return Math.floor(xm - p1 * v + u);
    let y = 0;
    if (u <= p2) {
      const x = xl + (u - p1) / c;
      v = v * c + 1 - Math.abs(m - x + 0.5) / p1;
      if (v > 1) return undefined;
      y = Math.floor(x);
    } else if (u <= p3) {
      y = Math.floor(xl + log(v) / left);
      if (y < 0 || v === 0) return undefined;
      v = v * (u - p2) * left;
    } else {
      y = Math.floor(xr - log(v) / right);
      if (y > n || v === 0) return undefined;
      v = v * (u - p3) * right;
    }
    const k = Math.abs(y - m);
    if (k <= 20 || k >= nrq / 2 - 1) {
      const s = r / q;
      const a = s * (n + 1);
      let f = 1;
      for (let i = m + 1; i <= y; i++) f *= a / i - s;
      for (let i = y + 1; i <= m; i++) f /= a / i - s;
      return v > f ? undefined : y;
    }
    const rho = (k / nrq) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / nrq + 0.5);
    const t = (-k * k) / (2 * nrq);
    const logV = log(v);
    if (logV < t - rho) return y;
    if (logV > t + rho) return undefined;
    const [x1, f1, z, w] = [y + 1, m + 1, n + 1 - m, n - y + 1];
    const limit =
      xm * log(f1 / x1) +
      (n - m + 0.5) * log(z / w) +
      (y - m) * log((w * r) / (x1 * q)) +
      correction(f1) +
      correction(z) +
      correction(x1) +
      correction(w);
    return logV > limit ? undefined : y;
  });
}

/** Returns the number of the first success. */
export function geometric({ uniform, exponential, isLegacy }: Draws, p: number): number {
  if (p >= 1 / 3) {
    let [count, sum, share] = [1, p, p];
    const u = uniform();
    while (u > sum) {
      share *= 1 - p;
      sum += share;
      count++;
    }
    return count;
  }
  return isLegacy ? Math.ceil(log1p(-uniform()) / log(1 - p)) : Math.ceil(-exponential() / log1p(-p));
}

export const negativeBinomial = (draws: Draws, n: number, p: number): number =>
  poisson(draws, ((1 - p) / p) * standardGamma(draws, n));
