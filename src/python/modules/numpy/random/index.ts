/** The module `numpy.random`: the legacy generator, which the module's functions draw from, and `default_rng`. */
import { PyModule, type Value } from '../../../objects/index.ts';
// Programs that fetch this module fetch NumPy too. Saying so keeps the bundler from cutting NumPy in two.
import '../index.ts';
import type { Host, Modules } from '../../host.ts';
import { bitGeneratorType, mt19937Type, pcg64Type, seedSequenceType, setRunSeed } from './bit-generator.ts';
import { boundMethod } from './cython-function.ts';
import { DEFAULT_RNG, generatorType } from './generator.ts';
import { publicNames } from './public-names.ts';
import { RandomState, randomStateType } from './random-state.ts';

/** Older names of `random_sample`. */
const ALIASES = ['ranf', 'sample'];

function randomModule(host: Host): PyModule {
  setRunSeed(host.runSeed);
  const state = new RandomState();
  const functions = (): [string, Value][] =>
    [...randomStateType.members.keys()]
      .filter((name) => !name.startsWith('_'))
      .map((name) => [name, boundMethod(state, randomStateType, name)]);
  const members = (): (readonly [string, Value])[] => [
    ...functions(),
    ...ALIASES.map((name): [string, Value] => [name, boundMethod(state, randomStateType, 'random_sample')]),
    DEFAULT_RNG,
    ['BitGenerator', bitGeneratorType],
    ['Generator', generatorType],
    ['MT19937', mt19937Type],
    ['PCG64', pcg64Type],
    ['RandomState', randomStateType],
    ['SeedSequence', seedSequenceType],
  ];
  return new PyModule('numpy.random', members(), {
    library: 'NumPy',
    alias: 'np.random',
    notOffered: publicNames('random'),
    growth: { count: host.fetchedCount, members },
  });
}

randomStateType.notOffered = { library: 'NumPy', names: new Set(publicNames('RandomState')) };
generatorType.notOffered = { library: 'NumPy', names: new Set(publicNames('Generator')) };

export const numpyRandomModules: Modules = new Map([['numpy.random', randomModule]]);
