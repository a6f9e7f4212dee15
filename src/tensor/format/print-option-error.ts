/** What Python raises for a print option that is not one; `message` is the library's own where it has one. */
export class PrintOptionError extends Error {
  readonly pythonType: 'TypeError' | 'ValueError' | 'NotImplementedError';

  constructor(message: string, pythonType: 'TypeError' | 'ValueError' | 'NotImplementedError') {
    super(message);
    this.name = 'PrintOptionError';
    this.pythonType = pythonType;
  }
}

/** The number that a Python int, float or bool option stands for. */
export function numberOption(name: string, value: unknown): number {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return Number(value);
  throw new PrintOptionError(`${name} must be numeric`, 'TypeError');
}

/** An integer option that counts something. */
export function countOption(name: string, value: unknown): number {
  const count = typeof value === 'boolean' || typeof value === 'bigint' ? Number(value) : value;
  if (!Number.isInteger(count)) throw new PrintOptionError(`${name} must be an integer`, 'TypeError');
  if ((count as number) >= 0) return count as number;
  throw new PrintOptionError(`${name} must be >= 0`, 'ValueError');
}
