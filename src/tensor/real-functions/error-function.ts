/**
 * The error function and its complement, in the steps of fdlibm's s_erf.c (Sun Microsystems 1993), which the C library takes.
 * The coefficients are that file's, each list from the constant term up.
 */
import { exp } from '../elementary/exponential.ts';

/** 2/√π − 1, and erf(0.84375…1.25) less a small rest. */
const [efx, erx] = [0.1283791670955126, 0.8450629115104675];

/** |x| < 0.84375: erf x = x + x · P(x²) / Q(x²). */
const P = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
  -2.3763016656650163e-5,
];
const Q = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
  -3.960228278775368e-6,
];
/** 0.84375 ≤ |x| < 1.25: erf x = erx + PA(|x| − 1) / QA(|x| − 1). */
const PA = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791,
];
const QA = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107,
];
/** 1.25 ≤ |x| < 1/0.35: erfc x = e^(−x² − 0.5625 + RA(1/x²) / SA(1/x²)) / x. */
const RA = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145,
];
const SA = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
];
/** 1/0.35 ≤ |x| < 28: the same with RB and SB. */
const RB = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514,
];
const SB = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582,
];

/** Returns the polynomial at x as glibc adds it: pairs of neighbouring terms, times powers of x², from the constant term up. */
function polynomial(coefficients: readonly number[], x: number): number {
  const square = x * x;
  let sum = 0;
  let power = 1;
  for (let i = 0; i < coefficients.length; i += 2) {
    const next = coefficients[i + 1];
    const pair = (coefficients[i] as number) + (next === undefined ? 0 : x * next);
    sum = i === 0 ? pair : sum + power * pair;
    power = i === 0 ? square : power * square;
  }
  return sum;
}

/** Returns a double without its lower 32 bits, whose square is exact. */
function upperHalf(x: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** erfc of a size from 1.25 on. */
function tail(size: number, negative: boolean): number {
  const s = 1 / (size * size);
  const middle = size < 1 / 0.35;
  const [R, S] = middle ? [polynomial(RA, s), polynomial(SA, s)] : [polynomial(RB, s), polynomial(SB, s)];
  const z = upperHalf(negative ? -size : size);
  return (exp(-z * z - 0.5625) * exp((Math.abs(z) - size) * (Math.abs(z) + size) + R / S)) / size;
}

/** (2/√π) ∫₀ˣ e^(−t²) dt. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x)) return x;
  const sign = x < 0 ? -1 : 1;
  if (size < 0.84375) {
    if (size < 2 ** -28) return size < 2 ** -1015 ? 0.0625 * (16 * x + 16 * efx * x) : x + efx * x;
    const z = x * x;
    return x + x * (polynomial(P, z) / polynomial(Q, z));
  }
  if (size < 1.25) {
    const s = size - 1;
    return sign * (erx + polynomial(PA, s) / polynomial(QA, s));
  }
  return size >= 6 ? sign : sign * (1 - tail(size, x < 0));
}

/** 1 − erf x, without its loss of digits for large x. */
export function erfc(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (size < 0.84375) {
    if (size < 2 ** -56) return 1 - x;
    const z = x * x;
    const y = polynomial(P, z) / polynomial(Q, z);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
  }
  if (size < 1.25) {
    const s = size - 1;
    const ratio = polynomial(PA, s) / polynomial(QA, s);
    return x < 0 ? 1 + (erx + ratio) : 1 - erx - ratio;
  }
  if (size >= 28 || x < -6) return x < 0 ? 2 : 0;
  return x < 0 ? 2 - tail(size, true) : tail(size, false);
}
