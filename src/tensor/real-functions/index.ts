/** Functions of real numbers as CPython and NumPy give them with glibc 2.41 on x86-64, the same in every JavaScript engine. */
export { erf, erfc } from './error-function.ts';
export { expm1, log1p } from './growth.ts';
export { acosh, asinh, atanh, cosh, sinh, tanh } from './hyperbolic.ts';
export { acos, asin, atan, atan2 } from './inverse-trigonometric.ts';
export { logSingle } from './log-single.ts';
export { exp2, log2, log10 } from './logarithms.ts';
export { cbrt, hypot, nearestCbrt } from './roots.ts';
export { cos, sin, tan } from './trigonometric.ts';
