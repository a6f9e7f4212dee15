/** What a call gave, read as the kinds of values that operations take. */

import {
  operations as graph,
  isGradEnabled,
  type Operand,
  Variable,
} from '../../../tensor/autograd/index.ts';
import {
  broadcastShapes,
  type Value as CoreValue,
  type DType,
  type PythonScalar,
  type Shape,
  type Tensor,
} from '../../../tensor/index.ts';
import {
  asFloat,
  asIndex,
  clampToNumber,
  isTrue,
  PyList,
  PyTuple,
  pyError,
  Refusal,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';
import { numberOf, scalarOfTensor } from './array-values.ts';
import { readDevice } from './device.ts';
import { readDType } from './dtype.ts';
import type { Given } from './match.ts';
import { isTensor, type TensorObject } from './tensor.ts';

export class Arguments {
  readonly #function: string;
  readonly #given: Given;

  constructor(name: string, given: Given) {
    this.#function = name;
    this.#given = given;
    this.refuse('out', 'names', 'memory_format');
    if (given.has('device')) readDevice(given.get('device') ?? null);
  }

  /** Refuses those of the arguments that the call gave. */
  refuse(...names: readonly string[]): void {
    for (const name of names)
      if (this.#given.has(name))
        throw new Refusal(`${this.#function}(${name}=) is not part of this book's PyTorch`);
  }

  has(name: string): boolean {
    return this.#given.has(name);
  }

  /** Undefined where the call left it to its default. */
  value(name: string): Value | undefined {
    return this.#given.get(name);
  }

  object(name: string): TensorObject {
    return this.#given.get(name) as TensorObject;
  }

  variable(name: string): Variable {
    return this.object(name).variable;
  }

  /** Returns the operand, in the dtype that the call asks for. */
  converted(name: string): Variable {
    const dtype = this.dtype();
    return dtype === undefined ? this.variable(name) : graph.to(this.variable(name), dtype);
  }

  variables(name: string): Variable[] {
    return itemsOf(this.#given.get(name)).map((item) => (item as TensorObject).variable);
  }

  /** Returns a tensor, or a number standing for one. */
  operand(name: string): Operand {
    const value = this.#given.get(name) ?? null;
    return isTensor(value) ? value.variable : scalarOf(value);
  }

  scalar(name: string): PythonScalar | undefined {
    const value = this.#given.get(name);
    return value === undefined ? undefined : scalarOf(value);
  }

  number(name: string, otherwise: number): number {
    return this.scalar(name)?.value ?? otherwise;
  }

  int(name: string, otherwise: number): number {
    return this.optionalInt(name) ?? otherwise;
  }

  optionalInt(name: string): number | undefined {
    const value = this.#given.get(name);
    return value === undefined ? undefined : clampToNumber(asIndex(value) ?? 0n);
  }

  /** Returns a size, or several, as a list. */
  ints(name: string): number[] {
    const value = this.#given.get(name) ?? new PyTuple([]);
    const items = value instanceof PyTuple || value instanceof PyList ? value.items : [value];
    return items.map((item, place) => {
      const index = asIndex(item);
      if (index === undefined)
        throw typeError(
          `${this.#function}(): argument '${name}' failed to unpack the object at pos ${place + 1} with error "type must be tuple of ints,but got ${typeName(item)}"`,
        );
      return clampToNumber(index);
    });
  }

  /** Returns a list of axes; undefined for all of them. */
  dims(name: string): number[] | undefined {
    return this.#given.has(name) ? this.ints(name) : undefined;
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.#given.get(name);
    return value === undefined ? otherwise : isTrue(value);
  }

  text(name: string): string | undefined {
    const value = this.#given.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  dtype(name = 'dtype'): DType | undefined {
    const value = this.#given.get(name);
    return value === undefined ? undefined : readDType(value);
  }

  /** Named tensors, whose axes are called by names, are not offered; nobody's tensors have names. */
  refuseNames(name = 'dim'): void {
    const value = this.#given.get(name);
    if (typeof value !== 'string') return;
    const rank = this.#given.has('input') ? this.object('input').tensor.rank : 0;
    const names = new Array(rank).fill('None').join(', ');
    throw pyError('RuntimeError', `Name '${value}' not found in Tensor[${names}].`);
  }
}

export function itemsOf(value: Value | undefined): readonly Value[] {
  return value instanceof PyList || value instanceof PyTuple ? value.items : [];
}

/** Returns a number as it takes part in promotion; a 0-d tensor counts as the number it holds. */
export function scalarOf(value: Value): PythonScalar {
  if (typeof value === 'boolean') return { python: 'bool', value: Number(value) };
  if (typeof value === 'bigint') return { python: 'int', value: Number(value) };
  if (isTensor(value)) return scalarOfTensor(value.tensor);
  const number = numberOf(value);
  if (number !== undefined) return number;
  const index = asIndex(value);
  if (index !== undefined) return { python: 'int', value: Number(index) };
  return { python: 'float', value: asFloat(value) ?? Number.NaN };
}

/** Returns what the core computes with: the elements of a variable, or the number. */
export function coreValue(operand: Operand): CoreValue {
  return operand instanceof Variable ? operand.value : operand;
}

/** Returns a result outside every graph. */
export const plain = (tensor: Tensor): Variable => new Variable(tensor);

/** Sizes are looked at before dtypes. */
export function requireBroadcast(a: Operand, b: Operand): void {
  if (a instanceof Variable && b instanceof Variable)
    broadcastShapes<Shape, Shape>(a.value.shape, b.value.shape);
}

/** Returns the operand of a function whose node the graph does not have. */
export function withoutGraph(name: string, input: Variable): Variable {
  if (!input.requiresGrad || !isGradEnabled()) return input;
  throw new Refusal(`${name} of a tensor that requires grad is not part of this book's PyTorch`);
}
