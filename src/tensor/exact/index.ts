/** Operations on 64-bit integers beyond ±(2^53 − 1): an entry of its own beside the core, for programs that come to them. */
export { EXACT_BINARY, EXACT_COMPARISONS, EXACT_UNARY } from './operations.ts';
export { exactReduction, exactRunning } from './reductions.ts';
