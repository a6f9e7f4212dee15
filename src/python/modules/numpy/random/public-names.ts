/** The public names of numpy.random in NumPy 2.2.4 that are not offered here; written by public-names.py. */
const NAMES = {
  random:
    'PCG64DXSM Philox SFC64 bit_generator bytes get_bit_generator hypergeometric logseries mtrand noncentral_chisquare noncentral_f random_integers set_bit_generator test vonmises wald zipf',
  RandomState:
    'bytes hypergeometric logseries noncentral_chisquare noncentral_f random_integers tomaxint vonmises wald zipf',
  Generator:
    'bytes hypergeometric logseries multivariate_hypergeometric noncentral_chisquare noncentral_f vonmises wald zipf',
} as const;

/** Returns what the real module or class has and this one refuses. */
export function publicNames(space: keyof typeof NAMES): readonly string[] {
  return NAMES[space].split(' ');
}
