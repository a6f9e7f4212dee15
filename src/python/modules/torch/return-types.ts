/** Results with named fields: `torch.return_types.max(values=…, indices=…)`. */
import type { Variable } from '../../../tensor/autograd/index.ts';
import { members, PyTuple, PyType, repr, tupleType, type Value } from '../../objects/index.ts';
import { wrap } from './tensor.ts';

class NamedResult extends PyTuple {
  readonly #type: PyType;

  constructor(type: PyType, items: readonly Value[]) {
    super(items);
    this.#type = type;
  }

  override get type(): PyType {
    return this.#type;
  }
}

const types = new Map<string, PyType>();

/** Returns the type of the results of function `name`, with these fields. */
function resultType(name: string, fields: readonly string[]): PyType {
  const known = types.get(name);
  if (known !== undefined) return known;
  const type = new PyType({ name, module: 'torch.return_types', bases: [tupleType] });
  types.set(name, type);
  const of = members(type, (value): value is NamedResult => value instanceof NamedResult);
  fields.forEach((field, place) => {
    of.getter(field, (self) => self.items[place] ?? null);
  });
  of.special('__repr__', (self) => {
    const lines = fields.map((field, place) => `${field}=${repr(self.items[place] ?? null)}`);
    return `torch.return_types.${name}(\n${lines.join(',\n')})`;
  });
  return type;
}

export function namedResult(name: string, fields: readonly string[], values: readonly Variable[]): PyTuple {
  return new NamedResult(resultType(name, fields), values.map(wrap));
}
