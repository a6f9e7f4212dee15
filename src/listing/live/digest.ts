/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): offset basis and prime. */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** Returns a short name of a text, in base 36, by which a kept or shared change knows the edition that it was made of. */
export function digestOf(text: string): string {
  let hash = OFFSET_BASIS;
  for (let k = 0; k < text.length; k += 1) hash = Math.imul(hash ^ text.charCodeAt(k), PRIME);
  return (hash >>> 0).toString(36);
}
