/** Returns a finite double as an exact fraction. */
export function floatRatio(x: number): { readonly above: bigint; readonly below: bigint } {
  let [size, halvings] = [x, 0];
  while (!Number.isInteger(size)) {
    size *= 2;
    halvings++;
  }
  return { above: BigInt(size), below: 2n ** BigInt(halvings) };
}
