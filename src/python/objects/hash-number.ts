/**
 * Python's `hash()` of the keys of dict and set. For numbers it must equal CPython's, since it decides the order of sets:
 * https://docs.python.org/3/library/stdtypes.html#hashing-of-numeric-types. CPython's hash of a text differs in each process;
 * here it is FNV-1a, which is the same in every run.
 */
import type { HashKey } from './hash-key.ts';

/** Numbers are hashed modulo this prime (`sys.hash_info.modulus`). */
const MODULUS = (1n << 61n) - 1n;
/** `sys.hash_info.inf`. */
const HASH_OF_INFINITY = 314159n;
const HASH_OF_NONE = 0xfca86420n;
/** FNV-1a's offset basis and prime for 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/. */
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** Returns the hash of a key, a signed integer of 64 bits. */
export function hashOfKey(key: HashKey): bigint {
  if (typeof key === 'bigint') return hashInt(key);
  if (typeof key === 'number') return hashFloat(key);
  if (key === null) return HASH_OF_NONE;
  if (typeof key === 'object') return BigInt(key.identity >> 4);
  let hash = FNV_OFFSET;
  for (const character of key)
    hash = BigInt.asIntN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * FNV_PRIME);
  return notMinusOne(hash);
}

/** CPython's C functions return −1 for an error, so no hash is −1. */
function notMinusOne(hash: bigint): bigint {
  return hash === -1n ? -2n : hash;
}

function hashInt(value: bigint): bigint {
  return notMinusOne(value < 0n ? -(-value % MODULUS) : value % MODULUS);
}

/** Returns the hash of m / 2ᵉ. As 2⁶¹ ≡ 1 modulo 2⁶¹ − 1, dividing by 2ᵉ is multiplying by 2^(61 − e mod 61). */
function hashFloat(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (!Number.isFinite(value)) return value > 0 ? HASH_OF_INFINITY : -HASH_OF_INFINITY;
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
