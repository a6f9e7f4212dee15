/** How `np.testing` compares two arrays, and what it says of those that differ: https://numpy.org/doc/stable/reference/routines.testing.html */
import { numpyArray2string, numpyRepr, withNumpyOptions } from '../../../../tensor/format/index.ts';
import {
  absolute,
  broadcastShapes,
  expand,
  fromFlat,
  type Shape,
  subtract,
  type Tensor,
} from '../../../../tensor/index.ts';
import { format, PyTuple, pyError, repr, str, type Value } from '../../../objects/index.ts';
import { toTensor } from '../convert.ts';
import { isArray } from '../ndarray.ts';
import { session } from '../session.ts';

/** What is said around a comparison. */
export type Report = {
  readonly header: string;
  readonly note: Value;
  readonly verbose: boolean;
  readonly names?: readonly [string, string];
  /** Digits of the arrays that are shown. */
  readonly precision?: number;
};

/** More lines of an array than these are cut. */
const LINES = 3;
/** A note goes beside the header where both fit into a line of so many characters. */
const LINE_WIDTH = 79;

const arrayText = (tensor: Tensor, precision: number): string =>
  numpyRepr(tensor, withNumpyOptions(session().print, { precision }));

/** Returns what an AssertionError says: the header, the note, and both values. */
export function reportText(values: readonly [Value | Tensor, Value | Tensor], report: Report): string {
  const { header, verbose, names = ['ACTUAL', 'DESIRED'], precision = 8 } = report;
  const note = str(report.note);
  const isShort = !note.includes('\n') && note.length < LINE_WIDTH - header.length;
  const lines = note === '' ? [`\n${header}`] : isShort ? [`\n${header} ${note}`] : [`\n${header}`, note];
  if (verbose)
    values.forEach((value, place) => {
      const text = isTensorValue(value) ? arrayText(value, precision) : valueText(value, precision);
      const shown = text.split('\n');
      const cut = shown.length > LINES + 1 ? `${shown.slice(0, LINES).join('\n')}...` : text;
      lines.push(` ${names[place]}: ${cut}`);
    });
  return lines.join('\n');
}

const isTensorValue = (value: Value | Tensor): value is Tensor =>
  typeof value === 'object' && value !== null && 'storage' in value;
const valueText = (value: Value, precision: number): string =>
  isArray(value) ? arrayText(value.tensor, precision) : repr(value);

const fail = (values: readonly [Value | Tensor, Value | Tensor], report: Report, found: string): never => {
  throw pyError('AssertionError', reportText(values, { ...report, note: `${str(report.note)}\n${found}` }));
};

const shapeText = ({ shape }: Tensor): string => repr(new PyTuple(shape.map(BigInt)));

/** Values that must stand at the same places in both arrays, and how messages call them. */
const SPECIAL: readonly (readonly [name: string, is: (x: number) => boolean])[] = [
  ['nan', Number.isNaN],
  ['+inf', (x) => x === Number.POSITIVE_INFINITY],
  ['-inf', (x) => x === Number.NEGATIVE_INFINITY],
];

/** Throws AssertionError unless `agrees` holds for each pair of elements, specials apart where `pairsSpecials`. */
export function requireAgreement(
  actual: Value,
  desired: Value,
  agrees: (x: number, y: number) => boolean,
  report: Report,
  pairsSpecials = true,
): void {
  const [a, b] = [toTensor(actual), toTensor(desired)];
  const shown: Report = { precision: 6, ...report };
  if (a.rank > 0 && b.rank > 0 && a.shape.join() !== b.shape.join())
    fail([a, b], shown, `(shapes ${shapeText(a)}, ${shapeText(b)} mismatch)`);
  const shape = broadcastShapes<Shape, Shape>(a.shape, b.shape) as Shape;
  const [xs, ys] = [a, b].map((each) => expand(each, shape).toFlat()) as [number[], number[]];
  const special = xs.map(() => false);
  for (const [name, is] of pairsSpecials ? SPECIAL : []) {
    if (xs.some((x, i) => is(x) !== is(ys[i] as number))) fail([a, b], shown, `${name} location mismatch:`);
    xs.forEach((x, i) => {
      if (is(x)) special[i] = true;
    });
  }
  const wrong = xs.map((x, i) => !special[i] && !agrees(x, ys[i] as number));
  const count = wrong.filter(Boolean).length;
  if (count > 0) fail([a, b], shown, violations(a, b, wrong, count));
}

/** Returns how many elements differ, and by how much at most. */
function violations(a: Tensor, b: Tensor, wrong: readonly boolean[], count: number): string {
  const share = format((100 * count) / wrong.length, '.3g');
  const first = `Mismatched elements: ${count} / ${wrong.length} (${share}%)`;
  // Truths have no difference.
  if (a.dtype === 'bool' && b.dtype === 'bool') return first;
  const gap = absolute(subtract(a, b as never) as Tensor) as Tensor;
  const sizes = gap.toFlat();
  const ys = expand(b, gap.shape).toFlat();
  const largest = (values: readonly number[]): number =>
    values.reduce(
      (most, each) => (each > most || Number.isNaN(each) ? each : most),
      Number.NEGATIVE_INFINITY,
    );
  const ratios = sizes.flatMap((size, i) =>
    wrong[i] && ys[i] !== 0 ? [size / Math.abs(ys[i] as number)] : [],
  );
  const text = (value: number, dtype: Tensor['dtype']): string =>
    numpyArray2string(fromFlat<Shape>([value], [], dtype), {}, session().print);
  const inFloats = gap.dtype === 'float32' ? 'float32' : 'float64';
  return [
    first,
    `Max absolute difference among violations: ${text(largest(sizes.filter((_, i) => wrong[i])), gap.dtype)}`,
    `Max relative difference among violations: ${text(ratios.length === 0 ? Number.POSITIVE_INFINITY : largest(ratios), inFloats)}`,
  ].join('\n');
}
