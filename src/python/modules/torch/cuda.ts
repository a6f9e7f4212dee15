/** The module `torch.cuda` of a machine without a graphics processor: programs ask it before they choose a device. */
import { PyModule } from '../../objects/index.ts';
import { type Entry, pythonFunction } from './define.ts';

const FUNCTIONS: readonly Entry[] = [
  pythonFunction('is_available', '', () => false, 'torch.cuda'),
  pythonFunction('device_count', '', () => 0n, 'torch.cuda'),
];

export const cudaModule = (): PyModule =>
  new PyModule('torch.cuda', FUNCTIONS, {
    library: 'PyTorch',
    notOffered:
      'Event Stream amp current_device device empty_cache get_device_name get_device_properties manual_seed manual_seed_all max_memory_allocated memory_allocated memory_reserved set_device stream synchronize'.split(
        ' ',
      ),
  });
