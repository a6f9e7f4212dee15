import { memo, type ReactNode } from 'react';
import { pathThrough, plane, reachFor } from '../../geometry/index.ts';
import { about, PlanePicture } from '../base/index.ts';

/** max(0, z) over z, with the picked value on it; without a point where that is not computed yet. */
export const ReluGraph = memo(function ReluGraph({
  z,
  a,
  farthest,
}: {
  readonly z: number | undefined;
  readonly a: number;
  /** The largest size of a value of the batch, so that the graph stays as it is from cell to cell. */
  readonly farthest: number;
}): ReactNode {
  const reach = reachFor(farthest, 1) * 1.1;
  const drawn = plane({ widthPx: 240, heightPx: 160, reach });
  const { toPx, xRange, yRange } = drawn;
  const label =
    z === undefined ? 'ReLU: 0 below 0, the value itself above.' : `ReLU at z ${about(z)} is ${about(a)}.`;
  const corner = toPx([0, 0]);
  const end = Math.min(xRange[1], yRange[1]);
  return (
    <div className="relu-graph">
      <PlanePicture plane={drawn} label={label}>
        <path
          className="relu-line"
          data-hue="a"
          d={pathThrough([toPx([xRange[0], 0]), corner, toPx([end, end])])}
        />
        {z !== undefined && (
          <circle className="relu-point" data-hue="a" cx={toPx([z, a])[0]} cy={toPx([z, a])[1]} r={5} />
        )}
      </PlanePicture>
    </div>
  );
});
