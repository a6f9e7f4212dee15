/** eˣ, ln x and xʸ as CPython and NumPy give them with glibc 2.41 on x86-64, the same in every JavaScript engine. */
export { exp, inverseFactorials } from './exponential.ts';
export { log } from './logarithm.ts';
export { add, multiply, type Pair } from './pair.ts';
export { pow } from './power.ts';
