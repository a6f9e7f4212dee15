/** The `torch` module and its submodules, over the tensor core and its graph. Importing this file completes the types. */
import { PyModule, type Value } from '../../objects/index.ts';
import { type Host, type Modules, submodulesOf } from '../host.ts';
import { autogradModule } from './autograd.ts';
import './bridge.ts';
import './constructor.ts';
import './conversions.ts';
import './creation.ts';
import { cudaModule } from './cuda.ts';
import { torchFunctions } from './define.ts';
import { deviceType } from './device.ts';
import { DTYPES } from './dtype.ts';
import './elementwise.ts';
import './filling.ts';
import { defaultGenerator, generatorType } from './generator.ts';
import { GRADIENT_MODES } from './gradient-modes.ts';
import './gradients.ts';
import './indexing.ts';
import './joining.ts';
import { linalgModule } from './linalg.ts';
import './members.ts';
import { COSINE_SIMILARITY, functionalModule, PAIRWISE_DISTANCE } from './nn/functional.ts';
import { nnModule } from './nn/index.ts';
import './operators.ts';
import './printing.ts';
import './products.ts';
import { publicNames } from './public-names.ts';
import './python-values.ts';
import './reductions.ts';
import './selection.ts';
import { startSession } from './session.ts';
import './shapes-in-place.ts';
import './shapes.ts';
import { sizeType } from './size.ts';
import './sorting.ts';
import './splitting.ts';
import { tensorType } from './tensor.ts';

tensorType.notOffered = { library: 'PyTorch', names: new Set(publicNames('Tensor')) };

const CONSTANTS: readonly (readonly [string, Value])[] = [
  ['pi', Math.PI],
  ['e', Math.E],
  ['inf', Number.POSITIVE_INFINITY],
  ['nan', Number.NaN],
  ['newaxis', null],
  ['__version__', '2.6.0'],
];

/** Packages that PyTorch has beside its names. */
const PACKAGES = ['onnx', 'utils'];

const SUBMODULES = [
  'nn',
  'linalg',
  'autograd',
  'cuda',
  'backends',
  'accelerator',
  'optim',
  'random',
  'utils',
  'distributions',
  'func',
] as const;

function torchModule(host: Host): PyModule {
  startSession(host);
  const members = (): (readonly [string, Value])[] => [
    ...CONSTANTS,
    ...DTYPES,
    ['Tensor', tensorType],
    ['Size', sizeType],
    ['Generator', generatorType],
    ['default_generator', defaultGenerator()],
    ['device', deviceType],
    ...torchFunctions,
    COSINE_SIMILARITY,
    PAIRWISE_DISTANCE,
    ...GRADIENT_MODES,
    ...submodulesOf('torch', SUBMODULES, host),
  ];
  return new PyModule('torch', members(), {
    library: 'PyTorch',
    crowded: true,
    notOffered: [...publicNames('torch'), ...PACKAGES],
    growth: { count: host.fetchedCount, members },
  });
}

/** The modules of PyTorch that a program can import. */
export const torchModules: Modules = new Map([
  ['torch', torchModule],
  ['torch.nn', nnModule],
  ['torch.nn.functional', functionalModule],
  ['torch.linalg', linalgModule],
  ['torch.autograd', autogradModule],
  ['torch.cuda', cudaModule],
]);
