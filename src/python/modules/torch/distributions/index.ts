/** The module `torch.distributions`: a part of PyTorch that is fetched where it is named. */
import { PyModule } from '../../../objects/index.ts';
import { type Host, type Modules, submodulesOf } from '../../host.ts';
import '../index.ts';
import '../random/index.ts';
import { distributionType } from './base.ts';
import { CONTINUOUS } from './continuous.ts';
import { DISCRETE } from './discrete.ts';
import { DIVERGENCE } from './divergence.ts';

const OTHERS =
  'AbsTransform AffineTransform Beta Binomial CatTransform Cauchy Chi2 ComposeTransform ContinuousBernoulli CorrCholeskyTransform CumulativeDistributionTransform Dirichlet ExpTransform ExponentialFamily FisherSnedecor Gamma GeneralizedPareto Geometric Gumbel HalfCauchy HalfNormal Independent IndependentTransform InverseGamma Kumaraswamy LKJCholesky LogNormal LogisticNormal LowRankMultivariateNormal LowerCholeskyTransform MixtureSameFamily Multinomial MultivariateNormal NegativeBinomial OneHotCategorical OneHotCategoricalStraightThrough Pareto Poisson PositiveDefiniteTransform PowerTransform RelaxedBernoulli RelaxedOneHotCategorical ReshapeTransform SigmoidTransform SoftmaxTransform SoftplusTransform StackTransform StickBreakingTransform StudentT TanhTransform Transform TransformedDistribution VonMises Weibull Wishart biject_to constraint_registry constraints identity_transform register_kl transform_to transforms utils';

const SUBMODULES = ['bernoulli', 'categorical', 'distribution', 'kl', 'normal', 'uniform'];

const distributionsModule = (host: Host): PyModule =>
  new PyModule(
    'torch.distributions',
    [
      ['Distribution', distributionType],
      ...CONTINUOUS,
      ...DISCRETE,
      DIVERGENCE,
      ...submodulesOf('torch.distributions', SUBMODULES, host),
    ],
    { library: 'PyTorch', notOffered: OTHERS.split(' ') },
  );

/** Submodules under which programs import single names. */
const among = (name: string, ...names: readonly string[]) =>
  [
    `torch.distributions.${name}`,
    (): PyModule =>
      new PyModule(
        `torch.distributions.${name}`,
        [['Distribution', distributionType] as const, ...CONTINUOUS, ...DISCRETE, DIVERGENCE].filter(
          ([each]) => names.includes(each),
        ),
        { library: 'PyTorch' },
      ),
  ] as const;

export const distributionModules: Modules = new Map([
  ['torch.distributions', distributionsModule],
  among('normal', 'Normal'),
  among('uniform', 'Uniform'),
  among('categorical', 'Categorical'),
  among('bernoulli', 'Bernoulli'),
  among('distribution', 'Distribution'),
  among('kl', 'kl_divergence'),
]);
