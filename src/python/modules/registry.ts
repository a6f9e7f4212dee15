/**
 * The modules that a program can import. Each library is a chunk of its own, fetched once a program names it; what few
 * programs use of a library is a part of it, a chunk that is fetched only with what names it.
 */
import type { ModuleFactory, Modules } from './host.ts';

/** A library, or a part of one, and the words without which a text cannot come to use it. */
type Chunk = {
  readonly words: RegExp;
  /** The library that this is a part of. */
  readonly partOf?: string;
  readonly fetch: () => Promise<Modules>;
};

const BOOK = /\b(?:import|from)[^\S\n]+book\b/;

/** The functions that derive functions: `torch.autograd.functional` and `torch.func`. */
const DERIVATIVES = /autograd(?:\.| import[^\n]*)functional|torch(?:\.| import[^\n]*)func\b|\bvmap\b/;

/** Returns the text of an import that names one of these modules. */
const importOf = (...names: readonly string[]): RegExp =>
  new RegExp(`\\b(import|from)\\b([^\\n]|\\\\\\n)*\\b(${names.join('|')})\\b`);

const CHUNKS: ReadonlyMap<string, Chunk> = new Map<string, Chunk>([
  // A statement of the language that few programs use; it brings no module.
  [
    'match',
    {
      words: /\bcase\b.*:/,
      fetch: async () => {
        (await import('../match/index.ts')).offerMatch();
        return new Map();
      },
    },
  ],
  [
    'the standard library',
    {
      words:
        /\b(import|from)\b([^\n]|\\\n)*\b(__future__|abc|bisect|collections|contextlib|copy|dataclasses|functools|heapq|itertools|operator|os|pprint|statistics|string|sys|textwrap|time|typing|warnings)\b/,
      fetch: async () => (await import('./standard/index.ts')).standardModules,
    },
  ],
  [
    'enum',
    {
      words: importOf('enum'),
      fetch: async () => (await import('./standard/enum/index.ts')).enumModules,
    },
  ],
  [
    'datetime',
    {
      words: importOf('datetime'),
      fetch: async () => (await import('./standard/datetime/index.ts')).datetimeModules,
    },
  ],
  ['json', { words: importOf('json'), fetch: async () => (await import('./json/index.ts')).jsonModules }],
  [
    'fractions',
    {
      words: importOf('fractions'),
      fetch: async () => (await import('./fractions/index.ts')).fractionsModules,
    },
  ],
  ['math', { words: /\bmath\b/, fetch: async () => (await import('./math/index.ts')).mathModules }],
  [
    'random',
    {
      // The module of Python itself, not those of NumPy and PyTorch.
      words: /\b(import|from)\b([^\n]|\\\n)*\brandom\b/,
      fetch: async () => (await import('./random/index.ts')).randomModules,
    },
  ],
  [
    'matplotlib',
    {
      words: /matplotlib/,
      fetch: async () => (await import('./matplotlib/index.ts')).matplotlibModules,
    },
  ],
  // What exercises draw their numbers with; it makes arrays.
  ['book', { words: BOOK, fetch: async () => (await import('./book/index.ts')).bookModules }],
  [
    'numpy',
    {
      words: new RegExp(`numpy|__array__|${BOOK.source}`),
      fetch: async () => (await import('./numpy/index.ts')).numpyModules,
    },
  ],
  [
    'numpy.random',
    {
      words: /random/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/random/index.ts')).numpyRandomModules,
    },
  ],
  [
    'numpy.random.distributions',
    {
      words:
        /\.(?:laplace|gumbel|log(?:istic|normal)|rayleigh|weibull|power|pareto|standard_(?:cauchy|gamma|t)|gamma|chisquare|beta|f|poisson|(?:negative_)?binomial|geometric|triangular|multinomial|dirichlet|multivariate_normal)\b|import \*/,
      partOf: 'numpy.random',
      fetch: async () => (await import('./numpy/random/distributions.ts')).distributionModules,
    },
  ],
  [
    'numpy.linalg',
    {
      words: /linalg|LinAlgError|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/linalg.ts')).numpyLinalgModules,
    },
  ],
  [
    'numpy.limits',
    {
      words: /\b[fi]info\b|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/limits.ts')).limitModules,
    },
  ],
  [
    'numpy.exact',
    {
      words: /\d\s*\*\*|\d{16}|\bu?int64\b|\biinfo\b|prod\b|power|<<|accumulate|e1[6-9]|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/exact/index.ts')).exactModules,
    },
  ],
  [
    'numpy.flat',
    {
      words: /\bflat\b/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/flat-iterator.ts')).flatModules,
    },
  ],
  [
    'numpy.decompositions',
    {
      words: /\b(?:qr|svd|svdvals|eigh|eigvalsh|pinv|lstsq|cond|cholesky)\b|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/decompositions/index.ts')).decompositionModules,
    },
  ],
  [
    'numpy.grids',
    {
      words: /\b(?:[cr]_|mgrid|ogrid|ix_|indices)\b|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/grids/index.ts')).gridModules,
    },
  ],
  [
    'numpy.editing',
    {
      words: /\b(?:pad|insert|delete|unravel_index|ravel_multi_index)\b|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/editing/index.ts')).editingModules,
    },
  ],
  [
    'numpy.statistics',
    {
      words:
        /nan(?:sum|prod|cum|mean|max|min|arg|median|std|var|quantile|percentile)|quantile|percentile|bincount|histogram|digitize|\bcov\b|corrcoef|convolve|correlate|gradient|trapezoid|trapz|interp|ediff1d|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/statistics/index.ts')).statisticsModules,
    },
  ],
  [
    'numpy.einsum',
    {
      words: /einsum|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/einsum/index.ts')).einsumModules,
    },
  ],
  [
    'numpy.picking',
    {
      words:
        /_along_axis|\b(?:select|piecewise|choose|compress|put|place|putmask|fill_diagonal|mask_indices|ndindex|ndenumerate|(?:arg)?partition|lexsort|rot90|rollaxis|block|resize|trim_zeros|dsplit|unstack|unique_values|cumulative_(?:sum|prod)|s_|index_exp)\b|(?:diag|tri[lu])_indices|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/picking/index.ts')).pickingModules,
    },
  ],
  [
    'numpy.functional',
    {
      words: /\b(?:vectorize|frompyfunc|apply_(?:along_axis|over_axes)|from(?:function|iter))\b|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/functional/index.ts')).functionalModules,
    },
  ],
  [
    'numpy.polynomial',
    {
      words: /\bpoly(?:fit|val|1d|add|sub|mul|div|der|int)?\b|\broots\b|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/polynomial/index.ts')).polynomialModules,
    },
  ],
  [
    'numpy.eigen',
    {
      words: /\beig(?:vals)?\b|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/eigen.ts')).eigenModules,
    },
  ],
  [
    'numpy.lib',
    {
      words: /\blib\b|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/lib.ts')).libModules,
    },
  ],
  [
    'numpy.tensor-equations',
    {
      words: /\btensor(?:solve|inv)\b|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/tensor-equations.ts')).tensorEquationModules,
    },
  ],
  [
    'numpy.masked',
    {
      words: /\bwhere\s*=/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/masked-reductions.ts')).maskedModules,
    },
  ],
  [
    'numpy.testing',
    {
      words: /\btesting\b|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/testing/index.ts')).testingModules,
    },
  ],
  [
    'numpy.further',
    {
      words:
        /\b(?:fmod|gcd|lcm|copysign|nextafter|logaddexp2?|float_power|ldexp|divmod|modf|frexp|spacing|is(?:pos|neg)inf|is(?:real|complex)(?:obj)?|real|real_if_close|geomspace|sinc|unwrap|vander|trapz|in1d|hanning|hamming|blackman|bartlett|(?:binary|base)_repr)\b|import \*/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/further/index.ts')).furtherModules,
    },
  ],
  [
    'numpy.ufunc-places',
    {
      words: /\.(?:at|reduceat|reduce|accumulate)\b/,
      partOf: 'numpy',
      fetch: async () => (await import('./numpy/ufunc-places.ts')).ufuncPlaceModules,
    },
  ],
  ['torch', { words: /torch/, fetch: async () => (await import('./torch/index.ts')).torchModules }],
  [
    'torch.autograd.function',
    {
      words: /\bFunction\b|import \*/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/autograd-function.ts')).functionModules,
    },
  ],
  [
    'torch.second-order',
    {
      words: new RegExp(`create_graph|${DERIVATIVES.source}`),
      partOf: 'torch',
      fetch: async () => (await import('./torch/second-order.ts')).secondOrderModules,
    },
  ],
  [
    'torch.copying',
    {
      words: /deepcopy|Transformer/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/nn/copying.ts')).copyingModules,
    },
  ],
  [
    'torch.transformer',
    {
      words: /Transformer/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/layers/transformer.ts')).transformerModules,
    },
  ],
  [
    'torch.resampling',
    {
      words: /interpolate|Upsample|[pP]ixel_?[sS]huffle|\b(?:un)?[fF]old\b|\bUnfold\b/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/layers/resampling.ts')).resamplingModules,
    },
  ],
  [
    'torch.limits',
    {
      words: /\b[fi]info\b|import \*/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/limits.ts')).limitModules,
    },
  ],
  [
    'torch.func',
    {
      words: DERIVATIVES,
      partOf: 'torch',
      fetch: async () => (await import('./torch/derivatives/index.ts')).derivativeModules,
    },
  ],
  [
    'torch.further',
    {
      words:
        /scatter|index_(?:add|copy|fill|put)|\bput_|fill_diagonal_|take_along_dim|a(?:rc)?(?:sin|cos|tan)h|arc(?:sin|cos|tan)|atan2|\b(?:exp2|erfc|frac|fix|sgn|logit|sinc|nan_to_num|hypot|logaddexp2?|fmod|copysign|xlogy|gcd|lcm|nextafter|ldexp|heaviside|float_power|fmax|fmin|signbit|is(?:pos|neg)inf|isreal|is_nonzero|lerp|addc(?:mul|div)|absolute|negative|cummax|cummin|logcumsumexp|kthvalue|mode|msort|(?:nan)?quantile|nanmedian|searchsorted|bucketize|isin|bincount|histc|unique_consecutive|(?:std|var)_mean|diff|cov|corrcoef|[cp]dist|renorm|meshgrid|cartesian_prod|combinations|block_diag|broadcast_(?:tensors|shapes)|vander|rot90|moveaxis|[hvd]split|unfold|logspace|range|scalar_tensor|result_type|promote_types|can_cast|addmv|addr|b?addbmm)_?\b|trapz|trapezoid|tri[lu]_indices|tensor_split|split_with_sizes|torch\.\w+_\(|clamp_m(?:ax|in)_/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/further/index.ts')).furtherModules,
    },
  ],
  [
    'torch.accelerators',
    {
      words: /\bbackends\b|\baccelerator\b|import \*/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/accelerators.ts')).acceleratorModules,
    },
  ],
  [
    'torch.random',
    {
      words:
        /rand|seed|rng_state|[gG]enerator|normal|uniform|distributions|Transformer|bernoulli|multinomial|exponential|init\b|import \*/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/random/index.ts')).torchRandomModules,
    },
  ],
  [
    'torch.distributions',
    {
      words: /\bdistributions\b/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/distributions/index.ts')).distributionModules,
    },
  ],
  [
    'torch.optim',
    {
      words: /\boptim\b|\blr_scheduler\b/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/optim/index.ts')).optimModules,
    },
  ],
  [
    'torch.utils',
    {
      words: /\butils\b/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/utils/index.ts')).utilityModules,
    },
  ],
  [
    'torch.decompositions',
    {
      words: /einsum|\b(?:qr|svd|svdvals|eigh|eigvalsh|pinv|lstsq|cond|cholesky)\b|import \*/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/decompositions/index.ts')).decompositionModules,
    },
  ],
  [
    'torch.layers',
    {
      words:
        /Conv|conv[12]d|conv_transpose|Pool|_pool[12]d|(?:Layer|Batch|Group|RMS)Norm|(?:layer|batch|group|rms)_norm|[eE]mbed|[GSC]ELU|[gsc]elu|[mM]ish|[hH]ards|Hardtanh|ReLU6|[sS]oftsign|[sS]oftmin|Softplus|Softmax2d|[tT]anhshrink|[tT]hreshold|GLU|glu|[bB]ilinear|Pad|\bpad\b|RNN|LSTM|GRU|[aA]ttention|ModuleDict|Parameter(?:Dict|List)|Lazy|(?:L1|Huber|KLDiv|Margin|Embedding|PoissonNLL|GaussianNLL)\w*Loss|(?:poisson|gaussian)_nll|smooth_l1|huber|kl_div|margin_|Unflatten|Distance|Transformer|\berf\b|PReLU|prelu|import \*/,
      partOf: 'torch',
      fetch: async () => (await import('./torch/layers/index.ts')).layerModules,
    },
  ],
]);

const factories = new Map<string, ModuleFactory>();
const fetched = new Set<string>();

/** Returns the function that makes the module of this dotted name; undefined where there is none. */
export const moduleFactory = (name: string): ModuleFactory | undefined => factories.get(name);

/** Returns how many chunks have been fetched. A module compares it to learn that parts of its library have come. */
export const fetchedCount = (): number => fetched.size;

/** Returns the chunks that a text needs and that are still to be fetched. `known` are libraries that earlier texts named. */
function missing(text: string, known: ReadonlySet<string>): string[] {
  const named = (name: string): boolean => known.has(name) || CHUNKS.get(name)?.words.test(text) === true;
  return [...CHUNKS].flatMap(([name, { words, partOf }]) =>
    !fetched.has(name) && words.test(text) && (partOf === undefined || named(partOf)) ? [name] : [],
  );
}

async function fetchChunks(names: readonly string[]): Promise<void> {
  const all = await Promise.all(names.map(async (name) => [name, await CHUNKS.get(name)?.fetch()] as const));
  for (const [name, modules] of all) {
    fetched.add(name);
    for (const [path, factory] of modules ?? []) factories.set(path, factory);
  }
}

/** Fetches the chunks that the text of a program needs; to be awaited before the text is run. */
export async function prepare(text: string): Promise<void> {
  await fetchChunks(missing(text, fetched));
}

/** Fetches every library and every part, for the build and for tests, whose programs then run without waiting. */
export async function prepareAll(): Promise<void> {
  await fetchChunks([...CHUNKS.keys()].filter((name) => !fetched.has(name)));
}

/** @throws {Error} where `prepare` has not fetched what `text` names: a mistake of the caller. */
export function requirePrepared(text: string): void {
  const [name] = missing(text, new Set());
  if (name !== undefined)
    throw new Error(`${name} has not been fetched: await prepare(text) before running the text`);
}
