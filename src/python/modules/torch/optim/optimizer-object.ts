/** An optimiser as programs hold it, its groups of parameters and what it keeps of each. */
import {
  dictType,
  members,
  PyDict,
  PyInstance,
  PyList,
  PyType,
  repr,
  type Value,
} from '../../../objects/index.ts';
import { isTensor, type TensorObject } from '../tensor.ts';

/** What an optimiser remembers, by parameter. A parameter that is asked for first gets an empty dict. */
export class OptimizerState extends PyDict {
  override get type(): PyType {
    return stateType;
  }

  override get(key: Value): Value {
    const known = super.get(key);
    if (known !== undefined) return known;
    const made = new PyDict();
    this.set(key, made);
    return made;
  }

  of(parameter: TensorObject): PyDict {
    return this.get(parameter) as PyDict;
  }
}

const stateType = new PyType({ name: 'defaultdict', module: 'collections', bases: [dictType] });
members(stateType, (value): value is OptimizerState => value instanceof OptimizerState)
  .method('get', 'key, default=None, /', (self, key, otherwise) =>
    self.has(key) ? self.get(key) : otherwise,
  )
  .special('__repr__', (self) => `defaultdict(<class 'dict'>, ${repr(new PyDict(self.entries()))})`);

export class OptimizerObject extends PyInstance {
  /** How often `step` was called: schedulers ask. */
  stepCount = 0;

  get groups(): PyDict[] {
    const groups = this.attributes.get('param_groups');
    return groups instanceof PyList ? groups.items.filter((group) => group instanceof PyDict) : [];
  }

  get state(): OptimizerState {
    return this.attributes.get('state') as OptimizerState;
  }
}

export const isOptimizer = (value: Value): value is OptimizerObject => value instanceof OptimizerObject;

export const optimizerType = new PyType({
  name: 'Optimizer',
  module: 'torch.optim.optimizer',
  subclassable: true,
  allocate: (type) => new OptimizerObject(type),
});

export const parametersIn = (group: PyDict): TensorObject[] => {
  const listed = group.get('params');
  return listed instanceof PyList ? listed.items.filter(isTensor) : [];
};
