/** Universal functions: element by element, with broadcasting, `out`, `where` and `dtype`. */
import {
  assign,
  astype,
  type BinaryOptions,
  where as choose,
  type DType,
  floatFor,
  isFloat,
  isInteger,
  numpyRules,
  ShapeError,
  sameShape,
  Tensor,
  type Value as TensorValue,
  zeros,
} from '../../../tensor/index.ts';
import {
  Callable,
  type Keywords,
  NO_KEYWORDS,
  PyTuple,
  PyType,
  Refusal,
  typeError,
  UNSET,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { beyondDoubles } from './beyond-doubles.ts';
import { checkInputCast, checkOutputCast } from './casting.ts';
import { operandOf, operandTensor, toTensor } from './convert.ts';
import { dtypeObject, optionalDType } from './dtype.ts';
import { asNumpy, noLoopError, tightShape } from './errors.ts';
import { meetFaults } from './float-faults.ts';
import { isForeign, ownValue, throughOwn } from './foreign.ts';
import { isArray, type NdArray, result } from './ndarray.ts';
import { objectOperands } from './object-operands.ts';
import { reserve } from './reserve.ts';
import { NumpyScalar } from './scalar.ts';
import { checkWriteable } from './writeable.ts';

export const ufuncType = new PyType({ name: 'ufunc', module: 'numpy' });

export type UfuncOptions = Pick<BinaryOptions, 'dtype'>;
type UfuncKernel = (operands: readonly TensorValue[], options: UfuncOptions) => Tensor;

export type UfuncFacts = {
  readonly name: string;
  /** How many operands. */
  readonly nin: 1 | 2;
  readonly kernel: UfuncKernel;
  /** Whether integers become the least float that has them all, which is float16 for bytes. */
  readonly floating?: boolean;
  readonly identity?: Value;
};

export class Ufunc extends Callable {
  readonly facts: UfuncFacts;

  constructor(facts: UfuncFacts) {
    super();
    this.facts = facts;
  }

  override get type(): PyType {
    return ufuncType;
  }

  override get name(): string {
    return this.facts.name;
  }

  override get bindsToInstance(): boolean {
    return false;
  }

  override invoke(args: readonly Value[], keywords: Keywords = NO_KEYWORDS): Value {
    const { name, nin } = this.facts;
    if (args.length < nin || args.length > nin + 1)
      throw typeError(
        `${name}() takes from ${nin} to ${nin + 1} positional arguments but ${args.length} were given`,
      );
    const { out = null, where = true, dtype = null } = readKeywords(name, keywords);
    const target = readOut(args[nin] ?? out);
    return this.apply(args.slice(0, nin), {
      where,
      ...(target === undefined ? {} : { out: target }),
      ...(dtype === null ? {} : { dtype: optionalDType(dtype) as DType }),
    });
  }

  /** Returns the function of `values`, as the call `np.add(…)` computes it. `from` names the place in warnings. */
  apply(
    values: readonly Value[],
    options: { out?: NdArray; where?: Value; dtype?: DType; from?: string } = {},
  ): Value {
    if (values.some(isForeign))
      return options.out === undefined
        ? throughOwn(values, (own) => this.apply(own, options))
        : this.apply(values.map(ownValue), options);
    const { name, kernel, floating = false } = this.facts;
    const { out, where = true } = options;
    const dtype = options.dtype === 'bool' && ANSWERS.has(name) ? undefined : options.dtype;
    let operands: TensorValue[] = [];
    for (const value of values) {
      const operand = asNumpy(() => operandOf(value));
      if (operand === undefined) return objectOperands(this, values, out);
      operands.push(operand);
    }
    let tensors = operands.map(operandTensor);
    if (NO_BOOL_LOOP.has(name) && tensors[0]?.dtype === 'bool')
      throw noLoopError(this, [dtypeObject('bool').type]);
    if (dtype !== undefined) this.#checkInputs(operands, dtype);
    if (floating && dtype === undefined && tensors.every((each) => !isFloat(each.dtype))) {
      const arrays = operands.some((each) => each instanceof Tensor)
        ? tensors.filter((_, place) => operands[place] instanceof Tensor)
        : tensors;
      const float = floatFor(arrays.map((each) => each.dtype).reduce(promoted));
      tensors = tensors.map((each) => astype(each, float));
      operands = tensors;
    }
    if (out !== undefined) checkWriteable(out, 'output array');
    if (out !== undefined) this.#checkOutput(operands, dtype, out);
    reserve(spanned(tensors));
    const outcome = asNumpy(() =>
      beyondDoubles(
        () => {
          const made = computed(kernel, operands, dtype, out);
          meetFaults(name, options.from ?? name, tensors, made);
          return made;
        },
        (exact) =>
          exact.ufunc(name, operands, options.from ?? name, (near) => computed(kernel, near, dtype, out)),
      ),
    );
    if (out === undefined) {
      if (where === true) return result(outcome);
      throw new Refusal(`np.${name} with where= and without out= leaves elements undefined: give it out=`);
    }
    checkOutputShape(name, outcome, out);
    const written = where === true ? outcome : choose(toTensor(where, 'bool'), outcome, out.tensor);
    asNumpy(() => assign(out.tensor, written));
    return out;
  }

  #checkInputs(operands: readonly TensorValue[], dtype: DType): void {
    const { name, floating = false } = this.facts;
    if (floating && !isFloat(dtype))
      throw typeError(`No loop matching the specified signature and casting was found for ufunc ${name}`);
    operands.forEach((each, place) => {
      const from = operandTensor(each).dtype;
      // Python's ints become narrow ones if they are small enough.
      if (each instanceof Tensor || from !== 'int64' || !isInteger(dtype))
        checkInputCast(this, from, dtype, place);
    });
  }

  /** Dtypes are checked before shapes: the result for empty operands has the dtype of the result. */
  #checkOutput(operands: readonly TensorValue[], dtype: DType | undefined, out: NdArray): void {
    const empty = operands.map((each) => (each instanceof Tensor ? zeros([0], each.dtype) : each));
    const probe = operands.every((each) => each instanceof Tensor) || this.name !== 'matmul';
    if (!probe) return;
    const made = asNumpy(() => this.facts.kernel(empty, dtype === undefined ? {} : { dtype }));
    checkOutputCast(this, made.dtype, out.tensor.dtype);
  }
}

/** No smaller than the shape that the operands broadcast to. */
function spanned(tensors: readonly Tensor[]): number[] {
  const rank = Math.max(...tensors.map((each) => each.rank));
  return Array.from({ length: rank }, (_, back) =>
    Math.max(...tensors.map((each) => each.shape[each.rank - 1 - back] ?? 1)),
  );
}

/** Functions whose results are bools in any case. */
const ANSWERS = new Set(
  'equal not_equal less less_equal greater greater_equal logical_and logical_or logical_xor logical_not isnan isinf isfinite signbit'.split(
    ' ',
  ),
);
const promoted = (a: DType, b: DType): DType =>
  numpyRules.promote({ dtype: a, from: 'array' }, { dtype: b, from: 'array' });
const NO_BOOL_LOOP = new Set(['sign', 'positive']);

/** Where operands do not fit each other, NumPy names the output's shape too. */
function computed(
  kernel: UfuncKernel,
  operands: readonly TensorValue[],
  dtype: DType | undefined,
  out: NdArray | undefined,
): Tensor {
  try {
    return kernel(operands, dtype === undefined ? {} : { dtype });
  } catch (error) {
    if (out !== undefined && error instanceof ShapeError && error.problem.kind === 'broadcast')
      throw new ShapeError(error.operation, error.problem, [...error.shapes, out.tensor.shape]);
    throw error;
  }
}

function checkOutputShape(name: string, outcome: Tensor, out: NdArray): void {
  const { shape } = out.tensor;
  const axis = shape.findLastIndex(
    (size, each) => size !== outcome.shape[each - shape.length + outcome.rank],
  );
  if (name === 'matmul' && axis >= 0 && axis >= shape.length - 2)
    throw valueError(
      `matmul: Output operand 0 has a mismatch in its core dimension ${Math.max(0, axis - shape.length + 2)}, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size ${shape[axis]} is different from ${outcome.shape[axis - shape.length + outcome.rank]})`,
    );
  const extra = shape.length - outcome.rank;
  const fits = extra >= 0 && outcome.shape.every((size, axis) => size === 1 || size === shape[axis + extra]);
  if (fits && (sameShape(outcome.shape, shape) || outcome.shape.length <= shape.length)) return;
  throw valueError(
    `non-broadcastable output operand with shape ${tightShape(shape)} doesn't match the broadcast shape ${tightShape(outcome.shape)}`,
  );
}

/** `None`, an array or a tuple of one. */
export function readOut(out: Value): NdArray | undefined {
  if (out === null || out === UNSET) return undefined;
  const only = out instanceof PyTuple && out.items.length === 1 ? (out.items[0] ?? null) : out;
  if (only === null) return undefined;
  if (!isArray(only)) throw typeError('return arrays must be of ArrayType');
  checkWriteable(only, 'output array');
  return only;
}

const IGNORED = new Set(['casting', 'order', 'subok', 'signature', 'sig']);

function readKeywords(name: string, keywords: Keywords): { out?: Value; where?: Value; dtype?: Value } {
  const read: { out?: Value; where?: Value; dtype?: Value } = {};
  for (const [key, value] of keywords) {
    if (key === 'out' || key === 'where' || key === 'dtype') read[key] = value;
    else if (IGNORED.has(key)) throw new Refusal(`np.${name}(${key}=) is not part of this book's NumPy`);
    else throw typeError(`${name}() got an unexpected keyword argument '${key}'`);
  }
  return read;
}

/** `scalar divide` where no array takes part, as warnings call it. */
export function placeOf(name: string, values: readonly Value[]): string {
  const plain = values.every((value) => typeof value !== 'object' || value instanceof NumpyScalar);
  return plain ? `scalar ${name}` : name;
}
