/** The figures that the page is held to. A time says nothing beside another machine's, so it is held to a rival of the same run. */
import type { Quantity } from './quantities.ts';
import type { RivalName } from './rivals.ts';

export type Figure = {
  readonly name: string;
  readonly of: Quantity;
  readonly unit: 'kB' | 'ms' | 's' | 'score' | 'shift' | 'a second';
  readonly target: Target;
};

/** The unit is that of the quantity. `Times` counts by its ratio; what it was on the machine that set it is said beside it. */
export type Target =
  | { readonly kind: 'at most'; readonly limit: number }
  | { readonly kind: 'at least'; readonly limit: number }
  | { readonly kind: 'none' }
  /** No fewer than the rival's. */
  | { readonly kind: 'as many as'; readonly rival: RivalName }
  | { readonly kind: 'times'; readonly limit: number; readonly rival: RivalName; readonly there: number };

const atMost = (limit: number): Target => ({ kind: 'at most', limit });
const atLeast = (limit: number): Target => ({ kind: 'at least', limit });
const times = (limit: number, rival: RivalName, there: number): Target => ({
  kind: 'times',
  limit,
  rival,
  there,
});

export const figures: readonly Figure[] = [
  { name: 'transferred, first view', of: 'transferred', unit: 'kB', target: atMost(220_000) },
  { name: 'JavaScript at load', of: 'scriptAtLoad', unit: 'kB', target: atMost(10_000) },
  { name: 'JavaScript after scrolling through', of: 'scriptScrolled', unit: 'kB', target: atMost(130_000) },
  { name: 'fonts at load', of: 'fontsAtLoad', unit: 'kB', target: atMost(100_000) },
  { name: 'fonts after scrolling through', of: 'fontsScrolled', unit: 'kB', target: atMost(100_000) },
  { name: 'first paint, slow 4G', of: 'paintedFirst', unit: 'ms', target: times(1.6, 'empty', 704) },
  { name: 'first paint, slow 4G', of: 'paintedFirst', unit: 'ms', target: times(0.7, 'starlight', 770) },
  { name: 'largest paint, slow 4G', of: 'paintedLargest', unit: 'ms', target: times(1.6, 'empty', 704) },
  { name: 'blocking time, slow 4G', of: 'blocked', unit: 'ms', target: times(0.1, 'starlight', 115) },
  { name: 'DOM ready, slow 4G', of: 'domReady', unit: 'ms', target: times(0.5, 'starlight', 2200) },
  { name: 'layout shift, slow 4G', of: 'shifted', unit: 'shift', target: atMost(0) },
  { name: 'first paint, simulated', of: 'firstPaint', unit: 'ms', target: times(1.3, 'empty', 1050) },
  { name: 'largest paint, simulated', of: 'largestPaint', unit: 'ms', target: times(1.45, 'empty', 1150) },
  { name: 'blocking time, simulated', of: 'blocking', unit: 'ms', target: times(0.1, 'starlight', 50) },
  { name: 'layout shift, simulated', of: 'shift', unit: 'shift', target: atMost(0) },
  { name: 'Lighthouse performance', of: 'performance', unit: 'score', target: atLeast(100) },
  { name: 'Lighthouse accessibility', of: 'accessibility', unit: 'score', target: atLeast(100) },
  { name: 'Lighthouse best practices', of: 'practice', unit: 'score', target: atLeast(100) },
  { name: 'Lighthouse SEO', of: 'seo', unit: 'score', target: atLeast(100) },
  { name: 'until a slider answers', of: 'answer', unit: 's', target: times(0.45, 'starlight', 2250) },
  { name: 'frame while dragging, median', of: 'frame', unit: 'ms', target: times(0.35, 'starlight', 16.7) },
  { name: 'frame while dragging, 95 %', of: 'frame95', unit: 'ms', target: times(0.35, 'starlight', 33) },
  {
    name: 'places shown while dragging',
    of: 'places',
    unit: 'a second',
    target: { kind: 'as many as', rival: 'mafs' },
  },
  { name: 'longest time at one place', of: 'pause', unit: 'ms', target: times(1.2, 'mafs', 60) },
  { name: 'held key to frame, median', of: 'key', unit: 'ms', target: times(1.2, 'mafs', 50) },
  { name: 'held key to rest, median', of: 'keyRest', unit: 'ms', target: times(0.1, 'starlight', 100) },
  { name: 'answer judged, median', of: 'judged', unit: 'ms', target: atMost(100) },
  { name: 'answer judged, longest', of: 'judgedLongest', unit: 'ms', target: atMost(100) },
  { name: 'turned number shown everywhere, median', of: 'followed', unit: 'ms', target: atMost(100) },
  { name: 'turned number shown everywhere, longest', of: 'followedLongest', unit: 'ms', target: atMost(100) },
  { name: 'number of a program turned, median program', of: 'turned', unit: 'ms', target: atMost(50) },
  {
    name: 'number of a program turned, slowest program',
    of: 'turnedLongest',
    unit: 'ms',
    target: atMost(50),
  },
  { name: 'program typed in, median program', of: 'typed', unit: 'ms', target: { kind: 'none' } },
  { name: 'program typed in, slowest program', of: 'typedLongest', unit: 'ms', target: { kind: 'none' } },
  { name: 'Edit to ready, slow 4G', of: 'edit', unit: 'ms', target: atMost(1000) },
  { name: 'Pyodide before NumPy, for comparison', of: 'pyodide', unit: 'kB', target: { kind: 'none' } },
];
