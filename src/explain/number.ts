/** How every number of the book that is not a program's output is written: one rule for rounding, one minus sign. */

/** A number as it is shown, and whether that is the whole of it. */
export type FormattedNumber = {
  readonly text: string;
  /** False when digits were cut, so that what precedes it must be "≈" and never "=". */
  readonly exact: boolean;
};

/**
 * Decimal digits that a float64 always keeps: C's DBL_DIG. Digits beyond them are how a decimal fraction is stored in
 * binary, not a part of the number that was meant.
 */
const FLOAT64_DIGITS = 15;

/** Decimals kept unless a place asks for others; as many as the chapter's listings print. */
export const DECIMALS = 4;
/** From this size on, and below half of the last decimal kept, a number is written with a power of ten. */
const LARGE = 1e7;
const SIGNIFICANT = 4;

/**
 * Returns a number as a reader sees it: at most `decimals` decimals without trailing zeros, a true minus sign, no −0; very
 * large and very small numbers with a power of ten. It is exact when it agrees with the value to `FLOAT64_DIGITS` digits:
 * 0.1 + 0.2 is shown as 0.3 and is exact, √(16 + 10⁻¹²) is shown as 4 and is not.
 */
export function formatNumber(value: number, decimals: number = DECIMALS): FormattedNumber {
  if (Number.isNaN(value)) return { text: 'undefined', exact: true };
  if (!Number.isFinite(value)) return { text: value > 0 ? '∞' : '−∞', exact: true };
  const size = Math.abs(value);
  if (size >= LARGE || (size > 0 && size < 0.5 * 10 ** -decimals)) return powerOfTen(value);
  const rounded = Number(value.toFixed(decimals));
  return { text: signed(rounded === 0 ? '0' : String(rounded)), exact: agrees(rounded, value) };
}

/** Returns the text of a number alone, where no relation sign depends on it. */
export function numberText(value: number, decimals?: number): string {
  return formatNumber(value, decimals).text;
}

/** "=" before a number that is shown whole, "≈" before one that is cut. */
export function relation({ exact }: FormattedNumber): '=' | '≈' {
  return exact ? '=' : '≈';
}

/** Returns the digits of a shown number and, where it has one, the exponent of its power of ten. */
export function splitPower(text: string): readonly [digits: string, exponent?: string] {
  const [digits = '', power] = text.split(' × 10');
  return power === undefined ? [digits] : [digits, signed(fromSuperscript(power))];
}

/** Returns a shown number as it is said: "minus 0.5", "1.2 times ten to the minus 7". */
export function numberWords(text: string): string {
  const [digits = '', power] = text.split(' × 10');
  const said = digits.replace('−', 'minus ').replace('∞', 'infinity');
  return power === undefined
    ? said
    : `${said} times ten to the ${fromSuperscript(power).replace('-', 'minus ')}`;
}

/** Returns whether a formatted number is written as a product with a power of ten, which needs brackets before an exponent. */
export function hasPowerOfTen(text: string): boolean {
  return text.includes(' × 10');
}

/** Parses a formatted number; NaN for "undefined". */
export function numberOfText(text: string): number {
  const [digits = '', power] = text.split(' × 10');
  if (digits === 'undefined') return Number.NaN;
  const plain = digits.replace('−', '-').replace('∞', 'Infinity');
  return Number(power === undefined ? plain : `${plain}e${fromSuperscript(power)}`);
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function powerOfTen(value: number): FormattedNumber {
  const [mantissa = '', exponent = ''] = value.toExponential(SIGNIFICANT - 1).split('e');
  const digits = String(Number(mantissa));
  const raised = [...exponent.replace('+', '')].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '⁻').join('');
  return { text: `${signed(digits)} × 10${raised}`, exact: agrees(Number(`${digits}e${exponent}`), value) };
}

function fromSuperscript(raised: string): string {
  return [...raised].map((mark) => (mark === '⁻' ? '-' : SUPERSCRIPTS.indexOf(mark))).join('');
}

function signed(text: string): string {
  return text.replace('-', '−');
}

function agrees(shortened: number, value: number): boolean {
  return shortened === value || shortened === Number(value.toPrecision(FLOAT64_DIGITS));
}
