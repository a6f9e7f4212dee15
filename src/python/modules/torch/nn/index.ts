/** The module `torch.nn`. */
import { PyModule, type Value } from '../../../objects/index.ts';
import { type Host, submodulesOf } from '../../host.ts';
import { publicNames } from '../public-names.ts';
import { parameterType } from '../tensor.ts';
import { CONTAINERS } from './containers.ts';
import { laterModules } from './later.ts';
import { LAYERS } from './layers.ts';
import { moduleType } from './module.ts';
import './module-methods.ts';

moduleType.notOffered = { library: 'PyTorch', names: new Set(publicNames('Module')) };

export function nnModule(host: Host): PyModule {
  const members = (): (readonly [string, Value])[] => [
    ['Module', moduleType],
    ['Parameter', parameterType],
    ...LAYERS,
    ...CONTAINERS,
    ...laterModules,
    ...submodulesOf('torch.nn', ['functional', 'init', 'utils'], host),
  ];
  return new PyModule('torch.nn', members(), {
    library: 'PyTorch',
    alias: 'nn',
    notOffered: publicNames('nn'),
    growth: { count: host.fetchedCount, members },
  });
}
