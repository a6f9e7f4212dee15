/** Python's `random` module: one generator whose methods are the module's functions, and the class `Random`. */
import { BoundMethod, type Callable } from '../../objects/callables.ts';
import { PyTuple } from '../../objects/collections.ts';
import { typeError, valueError } from '../../objects/exceptions.ts';
import { members } from '../../objects/members.ts';
import { PyModule } from '../../objects/module.ts';
import type { Value } from '../../objects/object.ts';
import { toFloat, toIndex, toSmallIndex } from '../../operations/convert.ts';
import { address, str } from '../../operations/text.ts';
import { Refusal } from '../../refusal.ts';
import type { Host, Modules } from '../host.ts';
import { expoVariate, gauss, logNormalVariate, normalVariate, triangular, uniform } from './distributions.ts';
import { RandomObject, randomType, stateOf, twisterOf } from './generator.ts';
import { choice, choices, sample, shuffle } from './sequences.ts';

/** What the real module has and this one refuses. */
const NOT_OFFERED =
  'SystemRandom betavariate binomialvariate gammavariate paretovariate randbytes vonmisesvariate weibullvariate'.split(
    ' ',
  );

let runSeed: () => bigint = () => 0n;

const isRandom = (value: Value): value is RandomObject => value instanceof RandomObject;

/** The version of Python's seeding that is offered. */
const VERSION = 2n;

members(randomType, isRandom)
  .constructs('x=None', (_type, x) => {
    const made = new RandomObject(runSeed);
    if (x !== null) made.seed(x);
    return made;
  })
  .method('random', '', (self) => self.random())
  .method('getrandbits', 'k, /', (self, k) => {
    const count = toSmallIndex(k);
    if (count < 0) throw valueError('number of bits must be non-negative');
    return self.getRandBits(count);
  })
  .special('__repr__', (self) => `<random.Random object at ${address(self)}>`);

members(randomType, isRandom, 'python')
  .method('seed', 'a=None, version=2', (self, a, version) => {
    if (version !== VERSION) throw new Refusal("random.seed(version=) is not part of this book's Python");
    self.seed(a);
    return null;
  })
  .method('getstate', '', (self) => new PyTuple([3n, new PyTuple(stateOf(self)), self.keptNormal ?? null]))
  .method('setstate', 'state', (self, state) => {
    const [, words, kept = null] = state instanceof PyTuple ? state.items : [];
    if (!(words instanceof PyTuple)) throw typeError('state vector must be a tuple');
    self.restart(twisterOf(words.items), kept === null ? undefined : toFloat(kept));
    return null;
  })
  .method('randrange', 'start, stop=None, step=1', randRange)
  .method('randint', 'a, b', (self, a, b) => randRange(self, a, toIndex(b) + 1n, 1n))
  .method('choice', 'seq', choice)
  .method('choices', 'population, weights=None, *, cum_weights=None, k=1', choices)
  .method('sample', 'population, k, *, counts=None', sample)
  .method('shuffle', 'x', shuffle)
  .method('uniform', 'a, b', uniform)
  .method('triangular', 'low=0.0, high=1.0, mode=None', triangular)
  .method('gauss', 'mu=0.0, sigma=1.0', gauss)
  .method('normalvariate', 'mu=0.0, sigma=1.0', normalVariate)
  .method('lognormvariate', 'mu, sigma', logNormalVariate)
  .method('expovariate', 'lambd=1.0', expoVariate);

/** Returns an element of `range(start, stop, step)`. */
function randRange(self: RandomObject, start: Value, stop: Value, step: Value): Value {
  const from = toIndex(start);
  if (stop === null) {
    if (step !== 1n) throw typeError('Missing a non-None stop argument');
    if (from > 0n) return self.randBelow(from);
    throw valueError('empty range for randrange()');
  }
  const [width, by] = [toIndex(stop) - from, toIndex(step)];
  if (by === 0n) throw valueError('zero step for randrange()');
  const count = by > 0n ? (width + by - 1n) / by : (width + by + 1n) / by;
  // A division rounds towards 0, so that an empty range shows by the signs.
  if (count <= 0n || width * by <= 0n) {
    const shown = by === 1n ? [start, stop] : [start, stop, step];
    throw valueError(`empty range in randrange(${shown.map(str).join(', ')})`);
  }
  return from + by * self.randBelow(count);
}

function randomModule(host: Host): PyModule {
  ({ runSeed } = host);
  const hidden = new RandomObject(runSeed);
  const functions = [...randomType.members]
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, method]): [string, Value] => [name, new BoundMethod(hidden, method as Callable)]);
  return new PyModule('random', [...functions, ['Random', randomType]], {
    library: 'Python',
    notOffered: NOT_OFFERED,
  });
}

randomType.notOffered = { library: 'Python', names: new Set(NOT_OFFERED) };

export const randomModules: Modules = new Map([['random', randomModule]]);
