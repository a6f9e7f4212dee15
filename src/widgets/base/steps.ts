/** How far a key moves a quantity, and where a dragged one may stand. */
import { roundUp, tidy } from '../../geometry/index.ts';

/** Between two ends, in steps. */
export type Scale = { readonly low: number; readonly high: number; readonly step: number };

/** Returns a scale over a plane that reaches `reach` units, in 80 to 100 steps of 1, 2 or 5 times a power of ten. */
export function scaleFor(reach: number): Scale {
  return { low: -reach, high: reach, step: roundUp(reach / 50) };
}

/** The nearest step within the ends. */
export function snap(value: number, { low, high, step }: Scale): number {
  return tidy(Math.min(high, Math.max(low, Math.round(value / step) * step)));
}

/** Returns the point that a key moves a handle to; `undefined` when the key is not one of its keys. */
export function moveByKey(
  [x, y]: readonly [number, number],
  key: string,
  isShift: boolean,
  scale: Scale,
): readonly [number, number] | undefined {
  const far = (isShift ? 10 : 1) * scale.step;
  switch (key) {
    case 'ArrowLeft':
      return [snap(x - far, scale), y];
    case 'ArrowRight':
      return [snap(x + far, scale), y];
    case 'ArrowUp':
      return [x, snap(y + far, scale)];
    case 'ArrowDown':
      return [x, snap(y - far, scale)];
    case 'PageUp':
      return [x, snap(y + 10 * scale.step, scale)];
    case 'PageDown':
      return [x, snap(y - 10 * scale.step, scale)];
    case 'Home':
      return [scale.low, y];
    case 'End':
      return [scale.high, y];
    default:
      return undefined;
  }
}
