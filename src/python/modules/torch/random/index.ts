/** PyTorch's random numbers: functions, methods, `torch.Generator` and `torch.nn.init`. */
import { PyModule, type Value } from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
// Programs that fetch this module fetch PyTorch too. Saying so keeps the bundler from cutting PyTorch in two.
import { torchFunctions } from '../define.ts';
import '../index.ts';
import { defaultGenerator } from '../generator.ts';
import './creation.ts';
import './generator-members.ts';
import './in-place.ts';
import { initModule } from './init.ts';
import './multinomial.ts';
import './normal.ts';

/** What `torch.random` has of `torch` itself. */
const NAMES = ['manual_seed', 'initial_seed', 'seed', 'get_rng_state', 'set_rng_state'];

const randomModule = (): PyModule =>
  new PyModule(
    'torch.random',
    [
      ...NAMES.map((name): [string, Value] => [name, torchFunctions.get(name) ?? null]),
      ['default_generator', defaultGenerator()],
    ],
    { library: 'PyTorch', notOffered: ['fork_rng', 'thread_safe_generator'] },
  );

export const torchRandomModules: Modules = new Map([
  ['torch.random', randomModule],
  ['torch.nn.init', initModule],
]);
