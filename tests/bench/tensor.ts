/** `npm run bench:tensor`: speed beside three libraries and the size of the core, as Markdown. */
import { CORE_LIMIT, coreSize } from './core-size.ts';
import { interleave, type Timing } from './interleave.ts';
import { type Case, elementsOf, libraries, sides, smallCases, squareCases } from './tensor-cases.ts';

type Call = () => unknown;

/** Refuses to time rivals that do not compute the same. */
function agree({ name, calls }: Case): void {
  const [ours, ...theirs] = calls.map((call) => elementsOf(call()));
  for (const [i, other] of theirs.entries()) {
    const differs =
      ours?.length !== other.length || ours.some((x, at) => Math.abs(x - (other[at] as number)) > 1e-9);
    if (differs) throw new Error(`${name}: ${libraries[i + 1]} gives another result than ${libraries[0]}.`);
  }
}

function measure(cases: readonly Case[]): Timing[][] {
  return cases.map((each) => {
    agree(each);
    return interleave(each.calls);
  });
}

function shown(ms: number): string {
  const [value, unit] = ms >= 1 ? [ms, 'ms'] : ms >= 1e-3 ? [ms * 1e3, 'µs'] : [ms * 1e6, 'ns'];
  return `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(cases: readonly Case[], timings: readonly Timing[][]): string[] {
  const rows = cases.map(({ name }, i) => {
    const [own, ...others] = timings[i] as Timing[];
    return [
      name,
      shown(own?.ms ?? 0),
      ...others.map(({ ms, ratio }) => `${shown(ms)} (${ratio.toFixed(2)})`),
    ];
  });
  return [line(['float64', ...libraries]), line(['---', ...libraries.map(() => '---:')]), ...rows.map(line)];
}

const small = measure(smallCases);
const square = measure(squareCases);
console.log(`Median time of one call (and, in the same rounds, as a multiple of this core's):\n`);
console.log(table([...smallCases, ...squareCases], [...small, ...square]).join('\n'));

const [, half, whole] = squareCases.map(({ calls }) => calls[0] as () => unknown) as [Call, Call, Call];
const [, growth] = interleave([half, whole]) as [Timing, Timing];
console.log(
  `\nThis core from side ${sides[1]} to ${sides[2]}: ${growth.ratio.toFixed(2)} times as long; n³ predicts 8.`,
);

const { minified, gzipped } = await coreSize();
console.log(`\nThe core minified: ${minified} B, gzipped ${gzipped} B of at most ${CORE_LIMIT} B.`);
