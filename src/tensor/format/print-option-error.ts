/** What Python raises for a print option that is not one; `message` is the library's own where it has one. */
export class PrintOptionError extends Error {
  readonly pythonType: 'TypeError' | 'ValueError' | 'NotImplementedError';

  constructor(message: string, pythonType: 'TypeError' | 'ValueError' | 'NotImplementedError') {
    super(message);
    this.name = 'PrintOptionError';
    this.pythonType = pythonType;
  }
}

/** The number that a Python int or bool option stands for. */
export function integerOption(name: string, value: unknown): number {
  const number = typeof value === 'boolean' || typeof value === 'bigint' ? Number(value) : value;
  if (Number.isInteger(number)) return number as number;
  throw new PrintOptionError(`${name} must be an integer`, 'TypeError');
}

/** An integer option that counts something. */
export function countOption(name: string, value: unknown): number {
  const count = integerOption(name, value);
  if (count >= 0) return count;
  throw new PrintOptionError(`${name} must be >= 0`, 'ValueError');
}
