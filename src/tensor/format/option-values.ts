/** Reading the values of print options, and what Python raises for those that are none. */

/** A print option's value or name is refused; `message` is the library's own where it has one. */
export class PrintOptionError extends Error {
  readonly pythonType: 'TypeError' | 'ValueError' | 'NotImplementedError';

  constructor(message: string, pythonType: 'TypeError' | 'ValueError' | 'NotImplementedError') {
    super(message);
    this.name = 'PrintOptionError';
    this.pythonType = pythonType;
  }
}

/** Returns the error for a keyword argument that the Python function `caller` does not have. */
export function unknownOption(caller: string, name: string): PrintOptionError {
  return new PrintOptionError(`${caller}() got an unexpected keyword argument '${name}'`, 'TypeError');
}

/** Returns an option that is a Python int, float or bool as a number. */
export function numberOption(name: string, value: unknown): number {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return Number(value);
  throw new PrintOptionError(`${name} must be numeric`, 'TypeError');
}

/** Returns an integer option that counts something. */
export function countOption(name: string, value: unknown): number {
  const count = typeof value === 'boolean' || typeof value === 'bigint' ? Number(value) : value;
  if (!Number.isInteger(count)) throw new PrintOptionError(`${name} must be an integer`, 'TypeError');
  if ((count as number) >= 0) return count as number;
  throw new PrintOptionError(`${name} must be >= 0`, 'ValueError');
}

// The smallest float64 has this many decimals; any further digit is 0.
const MOST_DECIMALS = 1074;

/** A count of decimals. */
export function precisionOption(value: unknown): number {
  const precision = countOption('precision', value);
  if (precision <= MOST_DECIMALS) return precision;
  throw new PrintOptionError(
    `precision may be at most ${MOST_DECIMALS} here, got ${precision}`,
    'ValueError',
  );
}
