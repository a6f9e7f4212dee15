/** Element-wise functions that need more than arithmetic: an entry of its own beside the core. */
import { binary } from '../binary.ts';
import { numpyRules } from '../promote-numpy.ts';
import * as real from '../real-functions/index.ts';
import { floating, log as logOfDoubles, type UnaryOperation } from '../unary.ts';

/** 2ˣ. */
export const exp2 = floating('exp2', real.exp2);
/** Natural logarithm: of float32 as the C library's logf, which PyTorch and NumPy call. */
export const log: UnaryOperation = (t, options = {}) =>
  (options.rules ?? numpyRules).floating(t.dtype) === 'float32'
    ? logOfSingles(t, options)
    : logOfDoubles(t, options);
const logOfSingles = floating('log', real.logSingle);
/** Logarithm to base 2. */
export const log2 = floating('log2', real.log2);
/** Logarithm to base 10. */
export const log10 = floating('log10', real.log10);
/** ln(1 + x), exact for small x. */
export const log1p = floating('log1p', real.log1p);
/** eˣ − 1, exact for small x. */
export const expm1 = floating('expm1', real.expm1);
/** Cube root. */
export const cbrt = floating('cbrt', real.nearestCbrt);
/** Sine of radians, as the next two. */
export const sin = floating('sin', real.sin);
export const cos = floating('cos', real.cos);
export const tan = floating('tan', real.tan);
/** Inverse functions, in radians. */
export const arcsin = floating('arcsin', real.asin);
export const arccos = floating('arccos', real.acos);
export const arctan = floating('arctan', real.atan);
/** Hyperbolic functions. */
export const sinh = floating('sinh', real.sinh);
export const cosh = floating('cosh', real.cosh);
export const tanh = floating('tanh', real.tanh);
/** Inverse hyperbolic functions. */
export const arcsinh = floating('arcsinh', real.asinh);
export const arccosh = floating('arccosh', real.acosh);
export const arctanh = floating('arctanh', real.atanh);

/** The angle, in radians, from the first axis to the point (`b`, `a`). */
export const arctan2 = binary('arctan2', (dtype, rules) => ({
  kernel: real.atan2,
  compute: rules.floating(dtype),
}));

/** √(a² + b²). */
export const hypot = binary('hypot', (dtype, rules) => ({
  kernel: real.hypot,
  compute: rules.floating(dtype),
}));
