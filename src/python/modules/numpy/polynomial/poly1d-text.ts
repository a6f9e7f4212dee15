/** A polynomial as text, the powers in a line above the terms. */
import type { Poly1d } from './poly1d-object.ts';

/** As C's `%.4g`. */
function short(x: number): string {
  const text = Number(x).toPrecision(4);
  const [digits = '', power] = text.split('e');
  const cut = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  const size = Math.abs(x);
  if (x !== 0 && (size < 1e-4 || size >= 1e4)) {
    const [d = '', e = '0'] = x.toExponential(3).split('e');
    const exponent = Number(e);
    return `${d.replace(/\.?0+$/, '')}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  return power === undefined ? cut : String(Number(text));
}

/** Returns the terms, with the powers in a line above. */
export function text({ coefficients: { tensor }, variable, order }: Poly1d): string {
  const list = tensor.toFlat();
  let made = '0';
  list.forEach((value, k) => {
    const digits = Math.abs(value).toFixed(4);
    const short_ = digits.endsWith('.0000') ? digits.slice(0, -5) : short(Math.abs(value));
    const power = order - k;
    let term = '';
    if (power === 0) term = short_ !== '0' ? short_ : k === 0 ? '0' : '';
    else if (power === 1) term = short_ === '0' ? '' : `${short_} ${variable}`;
    else if (short_ !== '0') term = `${short_} ${variable}**${power}`;
    if (k > 0) {
      if (term !== '') made = value < 0 ? `${made} - ${term}` : `${made} + ${term}`;
    } else made = value < 0 ? `-${term}` : term;
  });
  return raised(made);
}
const WRAP = 70;
function raised(line: string): string {
  let [above, below, output, n] = ['', '', ' ', 0];
  for (;;) {
    const found = /\*\*([0-9]*)/.exec(line.slice(n));
    if (found === null) break;
    const [start, end] = [n + found.index, n + found.index + found[0].length];
    const part = line.slice(n, start);
    const power = found[1] ?? '';
    n = end;
    const top = ' '.repeat(Math.max(0, part.length - 1)) + power;
    const bottom = part + ' '.repeat(power.length - 1);
    if (below.length + bottom.length > WRAP || above.length + top.length > WRAP) {
      output += `${above}\n${below}\n `;
      above = top;
      below = bottom;
    } else {
      below += bottom;
      above += top;
    }
  }
  output += `${above}\n${below}`;
  return output + line.slice(n);
}
