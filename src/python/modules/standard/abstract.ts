/** `abc`: https://docs.python.org/3/library/abc.html */

import { abstractBase, abstractMeta, markAbstract } from '../../objects/abstract.ts';
import type { Value } from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';

export const abcModules: Modules = standardModule(
  'abc',
  () => [
    ['ABC', abstractBase] as [string, Value],
    ['ABCMeta', abstractMeta],
    fn('abc', 'abstractmethod', 'funcobj', (value) => markAbstract(value)),
  ],
  'abstractproperty abstractclassmethod abstractstaticmethod update_abstractmethods get_cache_token',
);
