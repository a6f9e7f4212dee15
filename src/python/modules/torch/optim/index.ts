/** The modules `torch.optim` and `torch.optim.lr_scheduler`: a part of PyTorch that is fetched where it is named. */
import '../index.ts';
import { PyModule } from '../../../objects/index.ts';
import { type Host, type Modules, submodulesOf } from '../../host.ts';
import { OPTIMIZERS } from './algorithms.ts';
import { CYCLES } from './cycles.ts';
import { FURTHER_OPTIMIZERS } from './further-algorithms.ts';
import { optimizerType } from './optimizer-object.ts';
import { PLATEAU } from './plateau.ts';
import { SCHEDULERS } from './rules.ts';
import { SEQUENCES } from './sequences.ts';

const optimModule = (host: Host): PyModule =>
  new PyModule(
    'torch.optim',
    [
      ['Optimizer', optimizerType],
      ...OPTIMIZERS,
      ...FURTHER_OPTIMIZERS,
      ...submodulesOf('torch.optim', ['lr_scheduler'], host),
    ],
    {
      library: 'PyTorch',
      alias: 'optim',
      notOffered: ['Adafactor', 'LBFGS', 'SparseAdam', 'swa_utils'],
    },
  );

const schedulerModule = (): PyModule =>
  new PyModule('torch.optim.lr_scheduler', [...SCHEDULERS, PLATEAU, ...CYCLES, ...SEQUENCES], {
    library: 'PyTorch',
    alias: 'lr_scheduler',
  });

export const optimModules: Modules = new Map([
  ['torch.optim', optimModule],
  ['torch.optim.lr_scheduler', schedulerModule],
]);
