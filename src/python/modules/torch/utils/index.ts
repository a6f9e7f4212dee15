/** The modules `torch.utils`, `torch.utils.data` and `torch.nn.utils`: a part of PyTorch that is fetched where it is named. */
import { PyModule } from '../../../objects/index.ts';
import { type Host, type Modules, submodulesOf } from '../../host.ts';
import '../random/index.ts';
import { DATASETS } from './datasets.ts';
import { layerUtilities } from './gradients.ts';
import { LOADER } from './loader.ts';
import { SAMPLERS } from './samplers.ts';
import { RANDOM_SPLIT } from './split.ts';

const utilsModule = (host: Host): PyModule =>
  new PyModule('torch.utils', submodulesOf('torch.utils', ['data'], host), {
    library: 'PyTorch',
    notOffered:
      'ThroughputBenchmark backcompat backend_registration benchmark checkpoint cmake_prefix_path collect_env cpp_extension deterministic dlpack get_cpp_backtrace hooks set_module swap_tensors tensorboard throughput_benchmark'.split(
        ' ',
      ),
  });

const dataModule = (): PyModule =>
  new PyModule('torch.utils.data', [...DATASETS, ...SAMPLERS, ...LOADER, RANDOM_SPLIT], {
    library: 'PyTorch',
    notOffered:
      'ChainDataset DFIterDataPipe DataChunk DistributedSampler IterDataPipe MapDataPipe StackDataset argument_validation dataloader datapipes dataset distributed functional_datapipe get_worker_info graph graph_settings guaranteed_datapipes_determinism non_deterministic runtime_validation runtime_validation_disabled sampler'.split(
        ' ',
      ),
  });

export const utilityModules: Modules = new Map([
  ['torch.utils', utilsModule],
  ['torch.utils.data', dataModule],
  ['torch.nn.utils', layerUtilities],
]);
