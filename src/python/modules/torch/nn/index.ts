/** The module `torch.nn`. */
import { PyModule, type Value } from '../../../objects/index.ts';
import type { Host } from '../../host.ts';
import { publicNames } from '../public-names.ts';
import { parameterType } from '../tensor.ts';
import { CONTAINERS } from './containers.ts';
import { LAYERS } from './layers.ts';
import { moduleType } from './module.ts';
import './module-methods.ts';

moduleType.notOffered = { library: 'PyTorch', names: new Set(publicNames('Module')) };

export function nnModule(host: Host): PyModule {
  const submodules = ['functional', 'init'].flatMap((name): (readonly [string, Value])[] => {
    const made = host.importModule(`torch.nn.${name}`);
    return made === undefined ? [] : [[name, made]];
  });
  return new PyModule(
    'torch.nn',
    [['Module', moduleType], ['Parameter', parameterType], ...LAYERS, ...CONTAINERS, ...submodules],
    { library: 'PyTorch', alias: 'nn', notOffered: publicNames('nn') },
  );
}
