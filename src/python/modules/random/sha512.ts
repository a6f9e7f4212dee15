/**
 * The hash SHA-512 (FIPS 180-4, https://doi.org/10.6028/NIST.FIPS.180-4), with which Python's `random.seed` mixes a text.
 * Its constants are made by their rule: the first 64 bits of the fractions of the roots of the first primes.
 */

const MASK = (1n << 64n) - 1n;
const ROUNDS = 80;
/** Bytes of a block, and of the message's length at the end of the last block. */
const BLOCK = 128;
const LENGTH = 16;

function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) if (found.every((prime) => n % prime !== 0n)) found.push(n);
  return found;
}

/** Returns the largest integer whose `power` is at most `value`. */
function root(value: bigint, power: bigint): bigint {
  let low = 0n;
  let high = 1n << 80n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** power <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Returns the first 64 bits behind the point of the square or cube root of a prime. */
const fraction = (prime: bigint, power: bigint): bigint => root(prime << (64n * power), power) & MASK;

const rotate = (word: bigint, bits: bigint): bigint => ((word >> bits) | (word << (64n - bits))) & MASK;
const mixed = (word: bigint, a: bigint, b: bigint, last: bigint): bigint =>
  rotate(word, a) ^ rotate(word, b) ^ last;

/** Returns the 64 bytes of the hash. */
export function sha512(message: Uint8Array): Uint8Array {
  const constants = primes(ROUNDS).map((prime) => fraction(prime, 3n));
  let state = primes(8).map((prime) => fraction(prime, 2n));
  const view = new DataView(padded(message).buffer);
  for (let block = 0; block < view.byteLength; block += BLOCK) {
    const words = Array.from({ length: 16 }, (_, i) => view.getBigUint64(block + 8 * i));
    const next = compress(state, words, constants);
    state = state.map((word, i) => (word + (next[i] as bigint)) & MASK);
  }
  const hash = new DataView(new ArrayBuffer(64));
  for (const [i, word] of state.entries()) hash.setBigUint64(8 * i, word);
  return new Uint8Array(hash.buffer);
}

/** Returns the message, a one bit, zeros, and its length in bits, in whole blocks. */
function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((message.length + 1 + LENGTH) / BLOCK) * BLOCK);
  bytes.set(message);
  bytes[message.length] = 0x80;
  new DataView(bytes.buffer).setBigUint64(bytes.length - 8, BigInt(message.length * 8));
  return bytes;
}

function compress(state: readonly bigint[], words: bigint[], constants: readonly bigint[]): bigint[] {
  for (let i = words.length; i < ROUNDS; i++) {
    const [w2, w7, w15, w16] = [2, 7, 15, 16].map((back) => words[i - back] as bigint) as [
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    words.push((w16 + mixed(w15, 1n, 8n, w15 >> 7n) + w7 + mixed(w2, 19n, 61n, w2 >> 6n)) & MASK);
  }
  let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
  for (const [i, word] of words.entries()) {
    const choice = (e & f) ^ (~e & MASK & g);
    const first = h + mixed(e, 14n, 18n, rotate(e, 41n)) + choice + (constants[i] as bigint) + word;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = mixed(a, 28n, 34n, rotate(a, 39n)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & MASK, c, b, a, (first + second) & MASK];
  }
  return [a, b, c, d, e, f, g, h];
}
