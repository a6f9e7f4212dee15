/** The numbers in a snapshot, as worked arithmetic and grids want them. */
import type { Snapshot } from '../../python/index.ts';

type Data = NonNullable<Snapshot['data']>;

/** float32 keeps about seven decimal digits, and a sum may miss the last of them. */
const FLOAT32_DIGITS = 6;

/** Returns the elements in row-major order, or undefined where they are not numbers or were too many to keep. */
export function numbersOf(snapshot: Snapshot): readonly number[] | undefined {
  if (snapshot.shape === undefined) return plainNumber(snapshot);
  const { data } = snapshot;
  if (data === undefined) return undefined;
  const short = snapshot.dtype?.endsWith('float32')
    ? (value: number) => Number(value.toPrecision(FLOAT32_DIGITS))
    : (value: number) => value;
  return flatten(data).map(short);
}

/** A Python number has no shape and no data. */
function plainNumber({ type, repr = '' }: Snapshot): readonly number[] | undefined {
  if (type === 'bool') return [repr === 'True' ? 1 : 0];
  return ['int', 'float'].includes(type) ? [parse(repr)] : undefined;
}

function flatten(data: Data): number[] {
  if (typeof data === 'object') return data.flatMap(flatten);
  return [typeof data === 'string' ? parse(data) : Number(data)];
}

function parse(text: string): number {
  return Number(text.replace('inf', 'Infinity'));
}

/** Returns a vector's elements, or those of a list of numbers. */
export function listOf(snapshot: Snapshot): readonly number[] | undefined {
  return rankOf(snapshot) === 1 ? numbersOf(snapshot) : undefined;
}

/** Returns a matrix row by row. */
export function rowsOf(snapshot: Snapshot): readonly (readonly number[])[] | undefined {
  const [rows, columns] = snapshot.shape ?? [];
  const values = numbersOf(snapshot);
  if (rankOf(snapshot) !== 2 || rows === undefined || columns === undefined || values === undefined)
    return undefined;
  return Array.from({ length: rows }, (_, i) => values.slice(i * columns, (i + 1) * columns));
}

/** Returns the one number that a scalar, or an array without axes, is. */
export function numberOf(snapshot: Snapshot): number | undefined {
  return rankOf(snapshot) === 0 ? numbersOf(snapshot)?.[0] : undefined;
}

/** Returns the number of axes; a Python number has none. */
export function rankOf(snapshot: Snapshot): number {
  return snapshot.shape?.length ?? 0;
}

/** Returns the elements of `snapshot` as they are read after broadcasting to `shape`. */
export function broadcastTo(snapshot: Snapshot, shape: readonly number[]): readonly number[] | undefined {
  const values = numbersOf(snapshot);
  const own = snapshot.shape ?? [];
  if (values === undefined) return undefined;
  const size = shape.reduce((product, length) => product * length, 1);
  return Array.from({ length: size }, (_, place) => {
    let rest = place;
    let offset = 0;
    let stride = 1;
    for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
      const length = shape[axis] ?? 1;
      const ownLength = own[axis - (shape.length - own.length)] ?? 1;
      offset += ownLength === 1 ? 0 : (rest % length) * stride;
      stride *= ownLength;
      rest = Math.floor(rest / length);
    }
    return values[offset] ?? Number.NaN;
  });
}
