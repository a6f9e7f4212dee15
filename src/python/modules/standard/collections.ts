/** `collections`: https://docs.python.org/3/library/collections.html */
import type { Value } from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { counterType, defaultDictType, orderedDictType } from './counter.ts';
import { dequeType } from './deque.ts';
import { fn, standardModule } from './module.ts';
import { namedTuple } from './named-tuple.ts';

export const collectionsModules: Modules = standardModule(
  'collections',
  () => [
    ['Counter', counterType] as [string, Value],
    ['OrderedDict', orderedDictType] as [string, Value],
    ['defaultdict', defaultDictType] as [string, Value],
    ['deque', dequeType] as [string, Value],
    fn(
      'collections',
      'namedtuple',
      'typename, field_names, *, rename=False!, defaults=None, module=None',
      (name, fields, _rename, defaults) => namedTuple(name, fields, defaults),
    ),
  ],
  'ChainMap UserDict UserList UserString abc',
);
