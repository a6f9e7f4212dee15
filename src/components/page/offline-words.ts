/** How much of the book is on the device, in bytes. */
export interface Kept {
  readonly kept: number;
  readonly whole: number;
}

const MEGABYTE = 1_000_000;

/** Returns the size in megabytes with one decimal: `7.7 MB`. */
function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

/** Returns what of the book is kept, as a sentence. */
export function keptWords({ kept, whole }: Kept): string {
  if (kept === 0) return `Nothing is kept on this device. The whole book takes ${megabytes(whole)}.`;
  if (kept < whole)
    return `What you read is kept on this device and can be read offline: ${megabytes(kept)} of ${megabytes(whole)}.`;
  return `The whole book is kept on this device and can be read offline: ${megabytes(whole)}.`;
}

/** Returns the text of the button that keeps the rest, with the size of what is still to come. */
export function keepWords({ kept, whole }: Kept): string {
  if (kept === 0) return `Keep the whole book (${megabytes(whole)})`;
  return `Keep the whole book (another ${megabytes(whole - kept)})`;
}
