/** The hash of what dict and set file a value under. */
import type { HashKey } from './hash-key.ts';

const MODULUS = (1n << 61n) - 1n;

export function hashOfKey(key: HashKey): bigint {
  if (typeof key === 'bigint') return hashInt(key);
  if (typeof key === 'number') return hashFloat(key);
  if (key === null) return 0xfca86420n;
  if (typeof key === 'object') return BigInt(key.identity >> 4);
  let hash = 0xcbf29ce484222325n;
  for (const character of key)
    hash = BigInt.asIntN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash === -1n ? -2n : hash;
}

function hashInt(value: bigint): bigint {
  const hash = value < 0n ? -(-value % MODULUS) : value % MODULUS;
  return hash === -1n ? -2n : hash;
}

/** `m / 2**e` modulo 2**61 − 1, in which dividing by 2 is rotating. */
function hashFloat(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (!Number.isFinite(value)) return value > 0 ? 314159n : -314159n;
  let mantissa = Math.abs(value);
  let halvings = 0n;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    halvings++;
  }
  const inverse = 1n << (61n - (halvings % 61n));
  const hash = (BigInt(mantissa) * inverse) % MODULUS;
  return value < 0 ? -hash : hash;
}
