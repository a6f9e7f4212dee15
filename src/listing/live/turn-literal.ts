/** Puts another number in the place of a literal. */
import type { Literal } from './literals.ts';

/** Returns the text of a literal turned by so many steps, with as many digits as it has. */
export function turned(
  { text, step, value }: Pick<Literal, 'text' | 'step' | 'value'>,
  steps: number,
): string {
  const [, mantissa = text, power = ''] = /^(.*?)([eE][-+]?\d+)?$/.exec(text.replaceAll(/[\s_]/g, '')) ?? [];
  const decimals = (mantissa.split('.')[1] ?? '').length;
  const scale = power === '' ? 1 : Number(`1${power}`);
  const next = (value + steps * step) / scale;
  const digits = next.toFixed(decimals);
  const plain = mantissa.endsWith('.') ? `${digits}.` : digits;
  return `${Number(digits) === 0 ? plain.replace('-', '') : plain}${power}`;
}

/** Returns what a reader typed, as Python writes it; undefined where it is no finite decimal number. */
export function typedNumber(typed: string): string | undefined {
  const text = typed.trim().replace('\u2212', '-').replace(',', '.');
  const isNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text);
  if (!isNumber || !Number.isFinite(Number(text))) return undefined;
  // Python has no number that begins with a zero and goes on, other than with a point.
  return text.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1');
}

/** Returns the program with `number` in the place of a literal. */
export function withNumber(text: string, { from, to }: Pick<Literal, 'from' | 'to'>, number: string): string {
  // `return-1` and `x if-1 else 0` need a space once the sign is gone.
  const space = /\w/.test(text.charAt(from - 1)) && /^\w/.test(number) ? ' ' : '';
  return text.slice(0, from) + space + number + text.slice(to);
}
