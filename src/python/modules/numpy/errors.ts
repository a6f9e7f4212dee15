/** The one place where the core's errors become NumPy's exceptions, type and message. */

import { PrintOptionError } from '../../../tensor/format/index.ts';
import { type Shape, TensorError } from '../../../tensor/index.ts';
import {
  numpyBroadcastMismatch,
  numpyMatmulMismatch,
  numpyReshapeRefusal,
  type Raised,
  tightShape,
} from '../../../tensor/messages/index.ts';
import {
  builtinException,
  exceptionType,
  getAttribute,
  members,
  type PyError,
  PyException,
  PyTuple,
  PyType,
  pyError,
  Refusal,
  repr,
  str,
  typeError,
  type Value,
  valueError,
} from '../../objects/index.ts';

const axisErrorType = exceptionType(
  'AxisError',
  [builtinException('ValueError'), builtinException('IndexError')],
  'numpy.exceptions',
);
export const linAlgErrorType = exceptionType('LinAlgError', [builtinException('ValueError')], 'numpy.linalg');
/** What ufuncs raise where dtypes do not fit. */
const ufuncTypeErrorType = exceptionType(
  'UFuncTypeError',
  [builtinException('TypeError')],
  'numpy._core._exceptions',
);

/** Its kinds call themselves by its name too, and a traceback, which reads `__qualname__`, by their own. */
const ufuncErrorKind = (qualifiedName: string, base = ufuncTypeErrorType): PyType =>
  new PyType({
    name: ufuncTypeErrorType.name,
    qualifiedName,
    bases: [base],
    module: ufuncTypeErrorType.module,
    subclassable: true,
  });
const noLoopErrorType = ufuncErrorKind('_UFuncNoLoopError');
const castingErrorType = ufuncErrorKind('_UFuncCastingError');
export const inputCastingErrorType = ufuncErrorKind('_UFuncInputCastingError', castingErrorType);
export const outputCastingErrorType = ufuncErrorKind('_UFuncOutputCastingError', castingErrorType);

const isException = (value: Value): value is PyException => value instanceof PyException;

// These two keep the facts as their arguments, which `repr` shows, and word them when they are printed.
members(axisErrorType, isException)
  .getter('axis', (self) => self.args.items[0] ?? null)
  .getter('ndim', (self) => self.args.items[1] ?? null)
  .special('__str__', ({ args }) => {
    const [axis = null, rank = null, prefix = null] = args.items;
    const rule = `axis ${str(axis)} is out of bounds for array of dimension ${str(rank)}`;
    return prefix === null ? rule : `${str(prefix)}: ${rule}`;
  });
members(ufuncTypeErrorType, isException).special('__str__', ({ args }) => {
  const [ufunc = null, facts = null, from = null, to = null, place = null] = args.items;
  const name = `ufunc '${str(getAttribute(ufunc, '__name__'))}'`;
  if (!(facts instanceof PyTuple))
    return `Cannot cast ${name} ${castPart(ufunc, Number(place))} from ${repr(from)} to ${repr(to)} with casting rule '${str(facts)}'`;
  const inputs = facts.items.slice(0, -1).map(repr);
  const types = inputs.length === 1 ? inputs[0] : `(${inputs.join(', ')})`;
  return `${name} did not contain a loop with signature matching types ${types} -> None`;
});

/** `input 0`, `input` of a function of one, or `output`. */
function castPart(ufunc: Value, place: number): string {
  const operands = Number(getAttribute(ufunc, 'nin'));
  if (place >= operands) return 'output';
  return operands === 1 ? 'input' : `input ${place}`;
}

export const linAlgError = (message: string): PyError => pyError(linAlgErrorType, message);
export const indexError = (message: string): PyError => pyError('IndexError', message);

/** `ufunc 'add' did not contain a loop with signature matching types …` */
export const noLoopError = (ufunc: Value, types: readonly Value[]): PyError =>
  pyError(noLoopErrorType, ufunc, new PyTuple([...types, null]));

/** `argument` names the parameter whose axis it is, for some functions. */
export const axisError = (axis: number, rank: number, argument: string | null = null): PyError =>
  pyError(axisErrorType, BigInt(axis), BigInt(rank), argument);

/** Returns a shape as Python writes a tuple. */
export function shapeText(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

export { tightShape };

/** Returns an exception of the core's messages as Python raises it. */
function asPyError({ type, message }: Raised<'ValueError'>): PyError {
  return pyError(type, message);
}

export function broadcastError(shapes: readonly Shape[]): PyError {
  return asPyError(numpyBroadcastMismatch(shapes));
}

export const INDEX_RULE =
  'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices';

/** Runs `body`; what the core refuses in it becomes NumPy's exception. */
export function asNumpy<Result>(body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    if (error instanceof TensorError) throw numpyError(error);
    if (error instanceof PrintOptionError) throw printOptionError(error);
    throw error;
  }
}

function printOptionError({ pythonType, message }: PrintOptionError): Error {
  if (pythonType === 'NotImplementedError') return new Refusal(message);
  return pyError(pythonType, message);
}

const REDUCTION_NAMES: Readonly<Record<string, string>> = { max: 'maximum', min: 'minimum' };
const UFUNC_NAMES: Readonly<Record<string, string>> = { bitwiseNot: 'invert', remainder: 'remainder' };

/** `floorDivide` of the core is `floor_divide` in NumPy. */
function snakeName(operation: string): string {
  return UFUNC_NAMES[operation] ?? operation.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function numpyError({ operation, problem, shapes, message }: TensorError): Error {
  const [first = [], second = []] = shapes;
  switch (problem.kind) {
    case 'broadcast':
      return operation === 'index'
        ? indexError(
            `shape mismatch: indexing arrays could not be broadcast together with shapes ${shapes.map((shape) => `${tightShape(shape)} `).join('')}`,
          )
        : broadcastError(shapes);
    case 'inner-sizes':
      return innerSizes(operation, problem.sizes, first, second);
    case 'rank':
      return operation === 'matmul' ? notEnoughDimensions(problem.operand) : unexpected(message);
    case 'reshape':
    case 'two-unknown-sizes':
      return asPyError(numpyReshapeRefusal(problem));
    case 'negative-size':
      return valueError('negative dimensions are not allowed');
    case 'expand':
      return operation === 'broadcast_to'
        ? valueError(
            `operands could not be broadcast together with remapped shapes [original->remapped]: ${tightShape(first)}  and requested shape ${tightShape(problem.requested)}`,
          )
        : valueError(
            `could not broadcast input array from shape ${tightShape(trimmed(first, problem.requested.length))} into shape ${tightShape(problem.requested)}`,
          );
    case 'axis':
      return axisError(problem.axis, problem.rank);
    case 'repeated-axis':
      return valueError(operation === 'permute' ? 'repeated axis in transpose' : "duplicate value in 'axis'");
    case 'permutation':
      return valueError("axes don't match array");
    case 'not-size-one':
      return valueError('cannot select an axis to squeeze out which has size not equal to one');
    case 'not-one-element':
      return valueError('can only convert an array of size 1 to a Python scalar');
    case 'empty-reduction':
      return valueError(
        operation.startsWith('arg')
          ? `attempt to get ${operation} of an empty sequence`
          : `zero-size array to reduction operation ${REDUCTION_NAMES[operation] ?? operation} which has no identity`,
      );
    case 'ranks-differ':
      return valueError(
        `all the input arrays must have same number of dimensions, but the array at index 0 has ${first.length} dimension(s) and the array at index ${problem.operand} has ${shapes[problem.operand]?.length} dimension(s)`,
      );
    case 'sizes-differ':
      return valueError(
        `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${problem.axis}, the array at index 0 has size ${first[problem.axis]} and the array at index ${problem.operand} has size ${shapes[problem.operand]?.[problem.axis]}`,
      );
    case 'shapes-differ':
      return valueError('all input arrays must have the same shape');
    case 'not-square':
      return first.length < 2
        ? linAlgError(`${first.length}-dimensional array given. Array must be at least two-dimensional`)
        : linAlgError('Last 2 dimensions of the array must be square');
    case 'singular':
      return linAlgError('Singular matrix');
    case 'out-of-bounds':
      return indexError(
        `index ${problem.index} is out of bounds for axis ${problem.axis} with size ${problem.size}`,
      );
    case 'too-many-indices':
      return indexError(
        `too many indices for array: array is ${problem.rank}-dimensional, but ${problem.given} were indexed`,
      );
    case 'two-ellipses':
      return indexError("an index can only have a single ellipsis ('...')");
    case 'zero-step':
      return operation === 'arange'
        ? pyError('ZeroDivisionError', 'division by zero')
        : valueError('slice step cannot be zero');
    case 'mask-size':
      return indexError(
        `boolean index did not match indexed array along axis ${problem.axis}; size of axis is ${problem.size} but size of corresponding boolean axis is ${problem.mask}`,
      );
    case 'index-dtype':
      return indexError('arrays used as indices must be of integer (or boolean) type');
    case 'unsupported':
      return unsupported(operation);
    case 'scalar-range':
      return pyError(
        'OverflowError',
        `Python integer ${BigInt(problem.value)} out of bounds for ${problem.dtype}`,
      );
    case 'negative-power':
      return valueError('Integers to negative integer powers are not allowed.');
    case 'integer-range':
      return new Refusal(
        `${problem.value} as an int64: integers beyond 2**53 in arrays are not part of this book's NumPy`,
      );
    default:
      return unexpected(message);
  }
}

/** Without the leading ones that an assignment drops. */
function trimmed(shape: Shape, rank: number): Shape {
  const ones = shape.findIndex((size) => size !== 1);
  return shape.slice(Math.min(ones < 0 ? shape.length : ones, Math.max(0, shape.length - rank)));
}

/** A rule that NumPy words elsewhere or does not have: the core's own words are clear. */
function unexpected(message: string): PyError {
  return valueError(message);
}

function innerSizes(operation: string, sizes: readonly [number, number], a: Shape, b: Shape): PyError {
  const [left, right] = sizes;
  if (operation !== 'matmul') {
    // `inner` is a `dot` with the transpose in NumPy.
    const met = operation === 'inner' && b.length > 1 ? [...b.slice(0, -2), ...b.slice(-2).toReversed()] : b;
    return valueError(
      `shapes ${tightShape(a)} and ${tightShape(met)} not aligned: ${left} (dim ${a.length - 1}) != ${right} (dim ${Math.max(0, b.length - 2)})`,
    );
  }
  return asPyError(numpyMatmulMismatch(sizes));
}

export function notEnoughDimensions(operand: number): PyError {
  return valueError(
    `matmul: Input operand ${operand} does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)`,
  );
}

/** `ufunc 'sqrt' not supported …`: no loop takes these dtypes even after a safe conversion. */
export function notSupported(ufunc: string): PyError {
  return typeError(
    `ufunc '${ufunc}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
  );
}

function unsupported(operation: string): Error {
  if (operation === 'subtract')
    return typeError(
      'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
    );
  if (operation === 'negative')
    return typeError(
      'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
    );
  const ufunc = snakeName(operation);
  if (['square', 'reciprocal'].includes(ufunc))
    return new Refusal(`np.${ufunc} of bools gives int8, which is not part of this book's NumPy`);
  return notSupported(ufunc);
}
