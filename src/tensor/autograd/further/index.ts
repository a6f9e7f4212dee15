/** Differentiable operations that few programs need: an entry of its own beside autograd. */
export {
  acosh,
  asinh,
  atan2,
  atanh,
  copysign,
  exp2,
  fmod,
  frac,
  hypot,
  logaddexp,
  logaddexp2,
  xlogy,
} from './elementwise.ts';
export { type Meeting, placed } from './scatter.ts';
