/** `list[int]` and `int | None`: types for annotations, which mean nothing when a program runs but can be printed and called. */
import { PyTuple } from './collections.ts';
import { PyObject, PyType, type Value } from './object.ts';

export const genericAliasType = new PyType({ name: 'GenericAlias', module: 'types' });
export const unionType = new PyType({ name: 'UnionType', module: 'types' });

/** A class with arguments: `list[int]`. */
export class GenericAlias extends PyObject {
  readonly origin: PyType;
  readonly args: readonly Value[];

  constructor(origin: PyType, key: Value) {
    super();
    this.origin = origin;
    this.args = key instanceof PyTuple ? key.items : [key];
  }

  override get type(): PyType {
    return genericAliasType;
  }
}

/** A union of classes: `int | None`. */
export class UnionType extends PyObject {
  readonly args: readonly Value[];

  constructor(args: readonly Value[]) {
    super();
    this.args = args;
  }

  override get type(): PyType {
    return unionType;
  }
}

const isAnnotation = (value: Value): boolean =>
  value === null || value instanceof PyType || value instanceof GenericAlias || value instanceof UnionType;

/** `a | b` of two classes; undefined for other values. */
export function unionOf(a: Value, b: Value): Value | undefined {
  if (!isAnnotation(a) || !isAnnotation(b) || (a === null && b === null)) return undefined;
  const args = [a, b].flatMap((each) => (each instanceof UnionType ? each.args : [each]));
  return new UnionType(args.filter((each, index) => args.indexOf(each) === index));
}
