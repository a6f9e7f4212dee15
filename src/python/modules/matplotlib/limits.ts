/**
 * The limits that matplotlib gives to an axis: the range of the data and a margin of 5 % on either side
 * (https://matplotlib.org/stable/users/explain/axes/autoscale.html).
 */
import type { Limits, Mark } from './figure-data.ts';

const MARGIN = 0.05;

/** Values that marks reach along one axis, and those that no margin is put beyond. */
type Reach = { readonly values: number[]; readonly sticky: number[] };

function reachX(mark: Mark): Reach {
  switch (mark.kind) {
    case 'line':
    case 'points':
    case 'arrows':
      return { values: [...mark.x], sticky: [] };
    case 'bars':
      return { values: mark.x.flatMap((x) => [x - mark.width / 2, x + mark.width / 2]), sticky: [] };
    case 'image': {
      const edges = [-0.5, (mark.rows[0]?.length ?? 0) - 0.5];
      return { values: edges, sticky: edges };
    }
    case 'rule':
      return { values: mark.along === 'y' ? [mark.at] : [], sticky: [] };
  }
}

function reachY(mark: Mark): Reach {
  switch (mark.kind) {
    case 'line':
    case 'points':
    case 'arrows':
      return { values: [...mark.y], sticky: [] };
    case 'bars':
      return {
        values: mark.height.flatMap((height, i) => [
          mark.bottom[i] as number,
          (mark.bottom[i] as number) + height,
        ]),
        sticky: [...mark.bottom],
      };
    case 'image': {
      const edges = [-0.5, mark.rows.length - 0.5];
      return { values: edges, sticky: edges };
    }
    case 'rule':
      return { values: mark.along === 'x' ? [mark.at] : [], sticky: [] };
  }
}

function widened(reaches: readonly Reach[]): Limits {
  const values = reaches.flatMap((reach) => reach.values).filter(Number.isFinite);
  if (values.length === 0) return [0, 1];
  const sticky = new Set(reaches.flatMap((reach) => reach.sticky));
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  // One value alone gets a little room around it.
  const room = least === greatest ? MARGIN * (least === 0 ? 1 : Math.abs(least)) : 0;
  const [low, high] = [least - room, greatest + room];
  const margin = MARGIN * (high - low);
  return [sticky.has(low) ? low : low - margin, sticky.has(high) ? high : high + margin];
}

export const autoX = (marks: readonly Mark[]): Limits => widened(marks.map(reachX));

/** The rows of an image are counted from above. */
export function autoY(marks: readonly Mark[]): Limits {
  const [low, high] = widened(marks.map(reachY));
  return marks.some(({ kind }) => kind === 'image') ? [high, low] : [low, high];
}
