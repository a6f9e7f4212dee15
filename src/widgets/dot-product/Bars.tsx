import { memo, type ReactNode } from 'react';
import { subscript } from '../../explain/index.ts';
import { about, rounded, textWidth } from '../base/index.ts';
import { type Bar, runningBars } from './geometry.ts';

const ROW = 26;
const [LEFT, WIDTH] = [52, 300];
/** The size of a bar's value (bars.css). */
const VALUE_SIZE = 12;

/** The pairwise products as signed bars, each starting where the one before ended, and the sum under them. */
export const Bars = memo(function Bars({
  products,
  dot,
}: {
  readonly products: readonly number[];
  readonly dot: number;
}): ReactNode {
  const { bars, total, zero } = runningBars(products);
  // The longest value decides where the bars must end.
  const longest = Math.max(...[...products, dot].map((value) => textWidth(rounded(value), VALUE_SIZE)));
  const right = WIDTH - 8 - longest;
  const x = (share: number) => LEFT + share * (right - LEFT);
  const height = (bars.length + 1) * ROW + 8;
  const label = `${products.map((product) => about(product)).join(' plus ')} is ${about(dot)}`;
  return (
    <svg className="bars" viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} role="img">
      <title>{label}</title>
      {bars.map((bar, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a product is its place.
        <g key={k}>
          <text className="bars-name" x={0} y={k * ROW + 17}>
            {`a${subscript(`${k}`)}·b${subscript(`${k}`)}`}
          </text>
          <Row bar={bar} y={k * ROW + 5} value={products[k] ?? 0} x={x} kind="part" />
          <path className="bars-carry" d={`M${x(bar.end)},${k * ROW + 19}v12`} />
        </g>
      ))}
      <text className="bars-name bars-sum" x={0} y={bars.length * ROW + 19}>
        a·b
      </text>
      <Row bar={total} y={bars.length * ROW + 7} value={dot} x={x} kind="sum" />
      <path className="bars-zero" d={`M${x(zero)},0V${height}`} />
    </svg>
  );
});

function Row(props: {
  readonly bar: Bar;
  readonly y: number;
  readonly value: number;
  readonly x: (share: number) => number;
  readonly kind: 'part' | 'sum';
}): ReactNode {
  const { bar, y, value, x, kind } = props;
  const [left, right] = [x(Math.min(bar.start, bar.end)), x(Math.max(bar.start, bar.end))];
  return (
    <>
      <rect
        className={`bars-${kind}`}
        data-negative={value < 0}
        x={left}
        y={y}
        width={right - left}
        height={14}
      />
      <text className="bars-value" x={right + 5} y={y + 12}>
        {rounded(value)}
      </text>
    </>
  );
}
