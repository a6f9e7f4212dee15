/** Names that NumPy once had, and what it says to a program that still uses them. */

import { session } from './session.ts';

/** What NumPy 2.0 removed, each list after what to use instead. */
const REPLACED: Readonly<Record<string, string>> = {
  '`np.inf`': 'Inf Infinity infty PINF',
  '`-np.inf`': 'NINF',
  '`np.nan`': 'NaN',
  '`0.0`': 'PZERO',
  '`-0.0`': 'NZERO',
  '`np.float64`': 'float_',
  '`np.complex128`': 'complex_ cfloat',
  '`np.longdouble`': 'longfloat',
  '`np.bytes_`': 'string_',
  '`np.str_`': 'unicode_',
  '`np.round`': 'round_',
  '`np.all`': 'alltrue',
  '`np.any`': 'sometrue',
  '`np.asmatrix`': 'mat',
  '`np.asarray` with a proper dtype': 'asfarray',
  'your own printing function': 'disp',
};

const SCALAR = 'If you specifically wanted the numpy scalar type, use';

/** Aliases of Python's own types, with the rest of the advice on each. */
const ALIASES: Readonly<Record<string, string>> = {
  object: '',
  float: `${SCALAR} \`np.float64\` here.`,
  complex: `${SCALAR} \`np.complex128\` here.`,
  str: `${SCALAR} \`np.str_\` here.`,
  int: 'When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish to review your current use, check the release note link for additional information.',
};

function aliasMessage(name: string, advice: string): string {
  // These are to become scalar types.
  if (name === 'object' || name === 'str')
    session().warn(
      'FutureWarning',
      `In the future \`np.${name}\` will be defined as the corresponding NumPy scalar.`,
    );
  return `module 'numpy' has no attribute '${name}'.\n\`np.${name}\` was a deprecated alias for the builtin \`${name}\`. To avoid this error in existing code, use \`${name}\` by itself. Doing this will not modify any behavior and is safe. ${advice}\nThe aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:\n    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations`;
}

/** Each name with what gives the message of its AttributeError. */
export const removedNames: readonly (readonly [string, () => string])[] = [
  ...Object.entries(REPLACED).flatMap(([use, names]) =>
    names
      .split(' ')
      .map(
        (name) =>
          [name, () => `\`np.${name}\` was removed in the NumPy 2.0 release. Use ${use} instead.`] as const,
      ),
  ),
  ...Object.entries(ALIASES).map(([name, advice]) => [name, () => aliasMessage(name, advice)] as const),
];
