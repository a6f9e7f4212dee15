import { type Plane, plane } from '../../geometry/index.ts';

/** Beyond the reach there is room for the handle and the name of what stands at its end. */
const ROOM = 1.18;

/** Returns the plane that pictures are drawn in, which shows all that is within `reach` of the origin. */
export function planeFor(reach: number): Plane {
  return plane({ widthPx: 420, heightPx: 340, reach: reach * ROOM });
}
