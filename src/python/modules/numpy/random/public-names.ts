/** The public names of numpy.random in NumPy 2.2.4 that are not offered here; written by public-names.py. */
const NAMES = {
  random:
    'PCG64DXSM Philox SFC64 beta binomial bit_generator bytes chisquare dirichlet f gamma geometric get_bit_generator gumbel hypergeometric laplace logistic lognormal logseries mtrand multinomial multivariate_normal negative_binomial noncentral_chisquare noncentral_f pareto poisson power random_integers rayleigh set_bit_generator standard_cauchy standard_gamma standard_t test triangular vonmises wald weibull zipf',
  RandomState:
    'beta binomial bytes chisquare dirichlet f gamma geometric gumbel hypergeometric laplace logistic lognormal logseries multinomial multivariate_normal negative_binomial noncentral_chisquare noncentral_f pareto poisson power random_integers rayleigh standard_cauchy standard_gamma standard_t tomaxint triangular vonmises wald weibull zipf',
  Generator:
    'beta binomial bytes chisquare dirichlet f gamma geometric gumbel hypergeometric laplace logistic lognormal logseries multinomial multivariate_hypergeometric multivariate_normal negative_binomial noncentral_chisquare noncentral_f pareto poisson power rayleigh standard_cauchy standard_gamma standard_t triangular vonmises wald weibull zipf',
} as const;

/** What the real module or class has and this one refuses. */
export function publicNames(space: keyof typeof NAMES): readonly string[] {
  return NAMES[space].split(' ');
}
