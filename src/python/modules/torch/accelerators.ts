/**
 * `torch.backends` and `torch.accelerator` of a machine without accelerators: a part of PyTorch that is fetched where it is
 * named.
 */
import { PyModule, pyError } from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { type Entry, pythonFunction } from './define.ts';

/** Returns a function of no arguments that answers False, as `torch.backends.mps.is_available()` does without such a device. */
const answersNo = (module: string, name = 'is_available'): Entry =>
  pythonFunction(name, '', () => false, module);

const backendsModule = (): PyModule =>
  new PyModule(
    'torch.backends',
    ['mps', 'cuda', 'cudnn'].map((name): Entry => {
      const path = `torch.backends.${name}`;
      const facts = name === 'cuda' ? [answersNo(path, 'is_built')] : [answersNo(path)];
      const all = name === 'mps' ? [...facts, answersNo(path, 'is_built')] : facts;
      return [name, new PyModule(path, all, { library: 'PyTorch', notOffered: [] })];
    }),
    { library: 'PyTorch', notOffered: 'cpu mha mkl mkldnn openmp opt_einsum xeon'.split(' ') },
  );

const acceleratorModule = (): PyModule =>
  new PyModule(
    'torch.accelerator',
    [
      answersNo('torch.accelerator'),
      pythonFunction('device_count', '', () => 0n, 'torch.accelerator'),
      pythonFunction(
        'current_accelerator',
        '',
        () => {
          throw pyError('RuntimeError', 'Cannot access accelerator device when none is available.');
        },
        'torch.accelerator',
      ),
    ],
    { library: 'PyTorch', notOffered: ['current_stream', 'set_stream', 'synchronize'] },
  );

export const acceleratorModules: Modules = new Map([
  ['torch.backends', backendsModule],
  ['torch.accelerator', acceleratorModule],
]);
