/** NumPy's print options and the checks of `np.set_printoptions`. */
import {
  countOption,
  numberOption,
  PrintOptionError,
  precisionOption,
  unknownOption,
} from './option-values.ts';

const FLOAT_MODES = ['fixed', 'unique', 'maxprec', 'maxprec_equal'] as const;
const SIGNS = [' ', '+', '-'] as const;

/** The options by their names in `np.set_printoptions`; widths are in characters. */
export type NumpyPrintOptions = {
  readonly precision: number;
  readonly threshold: number;
  readonly edgeitems: number;
  readonly linewidth: number;
  readonly suppress: boolean;
  readonly nanstr: string;
  readonly infstr: string;
  readonly sign: (typeof SIGNS)[number];
  readonly floatmode: (typeof FLOAT_MODES)[number];
};

/** What NumPy 2.2 starts with (`np.get_printoptions()`). */
export const numpyPrintDefaults: NumpyPrintOptions = {
  precision: 8,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 75,
  suppress: false,
  nanstr: 'nan',
  infstr: 'inf',
  sign: '-',
  floatmode: 'maxprec',
};

const readers: { readonly [Name in keyof NumpyPrintOptions]: (value: unknown) => NumpyPrintOptions[Name] } = {
  precision: precisionOption,
  threshold: thresholdOption,
  edgeitems: (value) => countOption('edgeitems', value),
  linewidth: (value) => numberOption('linewidth', value),
  suppress: Boolean,
  nanstr: String,
  infstr: String,
  sign: (value) => oneOf(SIGNS, value, "sign option must be one of ' ', '+', or '-'"),
  floatmode: (value) =>
    oneOf(
      FLOAT_MODES,
      value,
      'floatmode option must be one of "fixed", "unique", "maxprec", "maxprec_equal"',
    ),
};

/**
 * Returns the options after `np.set_printoptions(**changes)`. A value of null or undefined (Python's None) changes nothing.
 *
 * @param caller the Python function whose name an unknown option's error carries.
 * @throws PrintOptionError with NumPy's message for a bad value or name; `formatter`, `legacy` and `override_repr`
 * are refused, since they hand printing to the program.
 */
export function withNumpyOptions(
  current: NumpyPrintOptions,
  changes: Readonly<Record<string, unknown>>,
  caller = 'set_printoptions',
): NumpyPrintOptions {
  const next: Record<string, unknown> = { ...current };
  for (const [name, value] of Object.entries(changes)) {
    if (['formatter', 'legacy', 'override_repr'].includes(name)) {
      if (value)
        throw new PrintOptionError(`the print option ${name} is not offered here`, 'NotImplementedError');
    } else if (!isOption(name)) {
      throw unknownOption(caller, name);
    } else if (value !== null && value !== undefined) {
      next[name] = readers[name](value);
    }
  }
  return next as NumpyPrintOptions;
}

function isOption(name: string): name is keyof NumpyPrintOptions {
  return Object.hasOwn(readers, name);
}

function thresholdOption(value: unknown): number {
  const threshold = numberOption('threshold', value);
  if (!Number.isNaN(threshold)) return threshold;
  throw new PrintOptionError(
    'threshold must be non-NAN, try sys.maxsize for untruncated representation',
    'ValueError',
  );
}

function oneOf<Choice>(choices: readonly Choice[], value: unknown, message: string): Choice {
  const choice = choices.find((known) => known === value);
  if (choice !== undefined) return choice;
  throw new PrintOptionError(message, 'ValueError');
}
