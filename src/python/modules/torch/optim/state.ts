/** `state_dict` and `load_state_dict` of an optimiser: parameters are counted through all groups, from 0. */
import { astype } from '../../../../tensor/index.ts';
import { getItem, PyDict, PyList, toArray, type Value, valueError } from '../../../objects/index.ts';
import { isTensor, type TensorObject, wrapTensor } from '../tensor.ts';
import { type OptimizerObject, OptimizerState, parametersIn } from './optimizer-object.ts';

export function stateOf(self: OptimizerObject): PyDict {
  const numbers = new Map<Value, bigint>();
  const groups = self.groups.map((group) => {
    for (const parameter of parametersIn(group))
      if (!numbers.has(parameter)) numbers.set(parameter, BigInt(numbers.size));
    const packed = new PyDict([...group.entries()].filter(([name]) => name !== 'params'));
    packed.set('params', new PyList(parametersIn(group).map((each) => numbers.get(each) ?? null)));
    return packed;
  });
  const state = new PyDict([...self.state.entries()].map(([key, kept]) => [numbers.get(key) ?? key, kept]));
  return new PyDict([
    ['state', state],
    ['param_groups', new PyList(groups)],
  ]);
}

export function loadState(self: OptimizerObject, saved: Value): void {
  const groups = toArray(getItem(saved, 'param_groups'));
  if (groups.length !== self.groups.length)
    throw valueError('loaded state dict has a different number of parameter groups');
  const parameters = new Map<Value, TensorObject>();
  const loaded = groups.map((group, place) => {
    const own = parametersIn(self.groups[place] as PyDict);
    const numbers = toArray(getItem(group, 'params'));
    if (numbers.length !== own.length)
      throw valueError(
        "loaded state dict contains a parameter group that doesn't match the size of optimizer's group",
      );
    numbers.forEach((number, i) => {
      parameters.set(number, own[i] as TensorObject);
    });
    const copied = new PyDict(group instanceof PyDict ? group.entries() : []);
    copied.set('params', new PyList([...own]));
    return copied;
  });
  const state = new OptimizerState();
  const kept = getItem(saved, 'state');
  for (const [key, value] of kept instanceof PyDict ? kept.entries() : []) {
    const parameter = parameters.get(key);
    state.set(parameter ?? key, parameter === undefined ? value : converted(value, parameter));
  }
  self.attributes.set('state', state);
  self.attributes.set('param_groups', new PyList(loaded));
}

/** Returns what was kept of a parameter, its tensors in the dtype of the parameter; the count of steps stays as it is. */
function converted(kept: Value, { tensor: { dtype } }: TensorObject): Value {
  if (!(kept instanceof PyDict)) return kept;
  return new PyDict(
    [...kept.entries()].map(([name, value]) => [
      name,
      isTensor(value) && name !== 'step' && value.tensor.dtype !== dtype
        ? wrapTensor(astype(value.tensor, dtype))
        : value,
    ]),
  );
}
