import { existsSync, readFileSync } from 'node:fs';

/**
 * Returns the text of a recording that belongs to the book.
 * @throws {Error} where there is none, with the command that makes it
 */
export function recordingAt(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw new Error(`No recording ${path}. Run "npm run record", which needs a Python with NumPy and PyTorch.`);
}
