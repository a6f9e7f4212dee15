/** `round`: half to even, decided on the exact binary value. */
import { formatFloatSpec } from '../../tensor/format/index.ts';
import { pyError, valueError } from '../objects/exceptions.ts';
import { clampToNumber } from './convert.ts';
import { modulo } from './numbers.ts';

/** Without digits the nearest int, with digits a float. */
export function roundFloat(value: number, digits?: bigint): number | bigint {
  if (digits === undefined) {
    if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
    if (!Number.isFinite(value)) throw pyError('OverflowError', 'cannot convert float infinity to integer');
    const floor = Math.floor(value);
    const gap = value - floor;
    const up = gap > 0.5 || (gap === 0.5 && floor % 2 !== 0);
    return BigInt(up ? floor + 1 : floor);
  }
  const places = clampToNumber(digits);
  if (!Number.isFinite(value) || value === 0 || places > 323) return value;
  if (places < -309) return value < 0 ? -0 : 0;
  if (places >= 0) return Number(formatFloatSpec(value, `.${places}f`));
  return roundToTens(value, -places);
}

function roundToTens(value: number, zeros: number): number {
  const rounded = roundInt(BigInt(Math.trunc(value)), BigInt(-zeros), value !== Math.trunc(value));
  const result = Number(rounded);
  if (!Number.isFinite(result)) throw pyError('OverflowError', 'rounded value too large to represent');
  return result === 0 && value < 0 ? -0 : result;
}

/** `digits` below zero round to tens, hundreds …; `more` says that a fraction was cut off, so a tie is none. */
export function roundInt(value: bigint, digits: bigint, more = false): bigint {
  if (digits >= 0n) return value;
  const size = value < 0n ? -value : value;
  if (-digits > BigInt(String(size).length)) return 0n;
  const unit = 10n ** -digits;
  const rest = modulo(size, unit);
  const down = size - rest;
  const double = rest * 2n;
  const up = double > unit || (double === unit && (more || (down / unit) % 2n === 1n));
  const rounded = up ? down + unit : down;
  return value < 0n ? -rounded : rounded;
}
