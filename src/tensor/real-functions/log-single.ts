/**
 * The natural logarithm of a float32, in the steps of glibc's logf (Szabolcs Nagy 2017, "Optimized routines", logf.c), which is
 * off by one digit in a case of two hundred, as the real PyTorch then is.
 */

/** For each sixteenth of the interval of mantissas: 1/c for a c near its middle, and log c: logf_data.c. */
const TABLE: readonly (readonly [inverse: number, logarithm: number])[] = [
  [1.398907162146528, -0.33569133332882284],
  [1.3403141896637998, -0.2929040563774074],
  [1.286432210124115, -0.2518726580937369],
  [1.2367150214269895, -0.21245868807117255],
  [1.1906977166711752, -0.17453945183745634],
  [1.1479821020556429, -0.1380057072319758],
  [1.1082251448272158, -0.10275976698545139],
  [1.0711297413057381, -0.06871392447020525],
  [1.036437278977283, -0.0357891387398228],
  [1, 0],
  [0.9492859795739057, 0.05204517742929496],
  [0.8951049428609004, 0.11081431298787942],
  [0.8476821620351103, 0.1652495223695143],
  [0.8050314851692001, 0.21687389031699977],
  [0.7664671008843108, 0.2659635028121397],
  [0.731428603316328, 0.3127556664073557],
];

/** The polynomial in r = m/c − 1 for log(1 + r) − r, from the third power down: logf_data.c. */
const [A0, A1, A2] = [-0.25089342214237154, 0.333456765744066, -0.4999997485802103];

/** Where the intervals of mantissas begin: about 0.7, as the bits of a float32. */
const FIRST = 0x3f330000;

const bits = new DataView(new ArrayBuffer(4));

/** ln x for a float32 x, rounded to float32: −∞ for 0, nan below. */
export function logSingle(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Math.log(x);
  // A subnormal float32 is made normal first.
  if (x < 2 ** -126) return logOf(x * 2 ** 23, -23);
  return logOf(x, 0);
}

function logOf(x: number, lift: number): number {
  bits.setFloat32(0, x);
  const word = bits.getInt32(0);
  const offset = (word - FIRST) | 0;
  const exponent = offset >> 23;
  const [inverse, logarithm] = TABLE[(offset >>> 19) & 15] as readonly [number, number];
  bits.setInt32(0, word - (exponent << 23));
  const r = bits.getFloat32(0) * inverse - 1;
  const square = r * r;
  const polynomial = A0 * square + (A1 * r + A2);
  return Math.fround(polynomial * square + (logarithm + (exponent + lift) * Math.LN2 + r));
}
