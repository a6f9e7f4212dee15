import { createHash } from 'node:crypto';

/** Returns the first `length` hexadecimal digits of the content's SHA-256. */
export function contentHash(content: string | Uint8Array, length = 8): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length);
}

/** `index.Bx3_-.css` with hash `1f2e` becomes `index.1f2e.css`: the stem up to its first dot names the file. */
export function nameWithHash(fileName: string, hash: string): string {
  const stem = fileName.slice(0, Math.max(1, fileName.indexOf('.')));
  return `${stem}.${hash}${fileName.slice(fileName.lastIndexOf('.'))}`;
}
