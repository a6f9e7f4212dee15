/**
 * `torch.distributions.Distribution` and what its subclasses share: parameters with their constraints, shapes, and checked
 * values. https://pytorch.org/docs/stable/distributions.html
 */
import {
  operations as graph,
  isGradEnabled,
  setGradEnabled,
  Variable,
} from '../../../../tensor/autograd/index.ts';
import { type Shape, sizeOf } from '../../../../tensor/index.ts';
import {
  format,
  isTrue,
  members,
  PyInstance,
  PyType,
  pyError,
  repr,
  str,
  toArray,
  toSmallIndex,
  typeName,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { defaultDType } from '../creation.ts';
import type { Entry } from '../define.ts';
import { asTorch } from '../errors.ts';
import { Size, sizeOfShape } from '../size.ts';
import { isTensor, type TensorObject, wrap } from '../tensor.ts';
import { tensorFrom } from './values.ts';

export class DistributionObject extends PyInstance {
  batch: Shape = [];
  event: Shape = [];
  /** Whether values are checked before their probability is told. */
  validates = true;

  /** Returns a parameter, which the constructor or the first question has made. */
  variable(name: string): Variable {
    const value = this.attributes.get(name) ?? null;
    if (isTensor(value)) return value.variable;
    throw pyError('AttributeError', `'${this.type.name}' object has no attribute '${name}'`);
  }

  keep(name: string, value: Variable): void {
    this.attributes.set(name, wrap(value));
  }
}

export const isDistribution = (value: Value): value is DistributionObject =>
  value instanceof DistributionObject;

export const distributionType = new PyType({
  name: 'Distribution',
  module: 'torch.distributions.distribution',
  subclassable: true,
  allocate: (type) => new DistributionObject(type),
});

/** What the numbers of a parameter or a sample must satisfy; `text` is how PyTorch prints it. */
export type Constraint = {
  readonly text: string;
  /** Given the row of numbers along the last axis where `isRow`, else each number by itself. */
  readonly holds: (numbers: readonly number[]) => boolean;
  readonly isRow?: boolean;
};

const each = (text: string, holds: (x: number) => boolean): Constraint => ({
  text,
  holds: (numbers) => numbers.every(holds),
});

export const REAL = each('Real()', (x) => !Number.isNaN(x));
export const POSITIVE = each('GreaterThan(lower_bound=0.0)', (x) => x > 0);
export const NOT_NEGATIVE = each('GreaterThanEq(lower_bound=0.0)', (x) => x >= 0);
export const BOOLEAN = each('Boolean()', (x) => x === 0 || x === 1);
export const PROBABILITY = each('Interval(lower_bound=0.0, upper_bound=1.0)', (x) => x >= 0 && x <= 1);
/** How far the sum of probabilities may be from 1. */
const SUM_TOLERANCE = 1e-6;
export const SIMPLEX: Constraint = {
  text: 'Simplex()',
  isRow: true,
  holds: (row) =>
    row.every((x) => x >= 0) && Math.abs(row.reduce((sum, x) => sum + x, 0) - 1) < SUM_TOLERANCE,
};
export const REAL_ROW: Constraint = { ...REAL, text: 'IndependentConstraint(Real(), 1)' };
export const classesBelow = (count: number): Constraint =>
  each(
    `IntegerInterval(lower_bound=0, upper_bound=${count - 1})`,
    (x) => Number.isInteger(x) && x >= 0 && x < count,
  );
export const between = (low: string, high: string, holds: (x: number) => boolean): Constraint =>
  each(`Interval(lower_bound=${low}, upper_bound=${high})`, holds);

function satisfies({ holds, isRow }: Constraint, { tensor }: TensorObject): boolean {
  const flat = tensor.toFlat();
  const length = isRow === true ? Math.max(1, tensor.shape.at(-1) ?? 1) : Math.max(1, flat.length);
  for (let at = 0; at < flat.length; at += length) if (!holds(flat.slice(at, at + length))) return false;
  return true;
}

const shapeOf = (value: TensorObject): string =>
  `${typeName(value)} of shape ${repr(sizeOfShape(value.tensor.shape)).replace('torch.Size([', '(').replace('])', ')')}`;
/** `(3,)`, as a tuple of one prints. */
const shapeText = (value: TensorObject): string =>
  value.tensor.rank === 1 ? shapeOf(value).replace(')', ',)') : shapeOf(value);

type Method = (self: DistributionObject) => Variable;

export type Kind = {
  readonly name: string;
  readonly file: string;
  /** The parameters of the class before `validate_args`. */
  readonly signature: string;
  /** The parameters, in the order in which a distribution prints them. */
  readonly constraints: Readonly<Record<string, Constraint>>;
  /** Keeps the parameters and sets the shapes. */
  readonly setUp: (self: DistributionObject, ...given: Value[]) => void;
  readonly support: (self: DistributionObject) => Constraint;
  /** Parameters that are made of others when they are first asked for. */
  readonly lazy?: Readonly<Record<string, Method>>;
  readonly properties: Readonly<Record<string, Method>>;
  readonly draw: (self: DistributionObject, shape: Shape, isRecorded: boolean) => Variable;
  /** Whether gradients go through what is drawn. */
  readonly hasGradient: boolean;
  readonly logProbability: (self: DistributionObject, value: Variable) => Variable;
  readonly entropy: Method;
  readonly functions?: Readonly<Record<string, (self: DistributionObject, value: Variable) => Variable>>;
};

/** Returns a distribution's parameter that may still have to be made. */
export function parameter(self: DistributionObject, name: string): Variable {
  const known = self.attributes.get(name);
  if (known !== undefined && isTensor(known)) return known.variable;
  const make = lazyParameters.get(self.type.name)?.[name];
  if (make !== undefined) self.keep(name, make(self));
  return self.variable(name);
}

const lazyParameters = new Map<string, Readonly<Record<string, Method>>>();

/** Returns `sample_shape + batch_shape + event_shape`. */
const extended = (self: DistributionObject, given: Value): Shape => [
  ...toArray(given).map(toSmallIndex),
  ...self.batch,
  ...self.event,
];

/** Do the last axes of both shapes agree, or are they 1? */
const fits = (a: Shape, b: Shape): boolean =>
  [...a].reverse().every((size, axis) => [undefined, 1, size].includes(b.at(-1 - axis)) || size === 1);

/** @throws ValueError where a value cannot come from the distribution. */
function checkValue(self: DistributionObject, value: TensorObject, support: Constraint): void {
  const [own, given] = [[...self.batch, ...self.event], value.tensor.shape];
  if (!fits(own, given))
    throw valueError(
      `Value is not broadcastable with batch_shape+event_shape: ${repr(sizeOfShape(given))} vs ${repr(sizeOfShape(own))}.`,
    );
  if (satisfies(support, value)) return;
  throw valueError(
    `Expected value argument (${shapeText(value)}) to be within the support (${support.text}) of the distribution ${str(self)}, but found invalid values:\n${format(value, '')}`,
  );
}

function textOf(self: DistributionObject, names: readonly string[]): string {
  const parts = names.flatMap((name) => {
    const value = self.attributes.get(name) ?? null;
    if (!isTensor(value)) return [];
    return [
      `${name}: ${sizeOf(value.tensor.shape) === 1 ? format(value, '') : str(sizeOfShape(value.tensor.shape))}`,
    ];
  });
  return `${self.type.name}(${parts.join(', ')})`;
}

/** Runs `body` while nothing is recorded. */
function unrecorded<T>(body: () => T): T {
  const before = isGradEnabled();
  setGradEnabled(false);
  try {
    return body();
  } finally {
    setGradEnabled(before);
  }
}

/** Defines a distribution: a class with its constructor, its draws and its measures. */
export function distribution(kind: Kind): Entry {
  const { name, file, signature, constraints, lazy = {}, properties, functions = {} } = kind;
  const type = new PyType({
    name,
    module: `torch.distributions.${file}`,
    bases: [distributionType],
    subclassable: true,
  });
  lazyParameters.set(name, lazy);
  const of = members(type, isDistribution, 'python');
  of.method('__init__', `${signature}, validate_args=None`, ((
    self: DistributionObject,
    ...given: Value[]
  ) => {
    const validate = given.at(-1) ?? null;
    asTorch(() => kind.setUp(self, ...given.slice(0, -1)));
    self.validates = validate === null || isTrue(validate);
    if (!self.validates) return null;
    for (const [key, constraint] of Object.entries(constraints)) {
      const value = self.attributes.get(key) ?? null;
      if (isTensor(value) && !satisfies(constraint, value))
        throw valueError(
          `Expected parameter ${key} (${shapeText(value)}) of distribution ${str(self)} to satisfy the constraint ${constraint.text}, but found invalid values:\n${format(value, '')}`,
        );
    }
    return null;
  }) as never);
  of.special('__repr__', (self) => textOf(self, Object.keys(constraints)));
  of.method('sample', 'sample_shape=()', (self, shape) =>
    wrap(unrecorded(() => asTorch(() => kind.draw(self, extended(self, shape), false))).detach()),
  );
  of.method('rsample', 'sample_shape=()', (self, shape) => {
    if (!kind.hasGradient) throw pyError('NotImplementedError', '');
    return wrap(asTorch(() => kind.draw(self, extended(self, shape), true)));
  });
  of.method('log_prob', 'value', (self, value) => {
    if (!isTensor(value)) throw valueError('The value argument to log_prob must be a Tensor');
    if (self.validates) checkValue(self, value, kind.support(self));
    return wrap(asTorch(() => kind.logProbability(self, value.variable)));
  });
  of.method('entropy', '', (self) => wrap(asTorch(() => kind.entropy(self))));
  of.method('perplexity', '', (self) => wrap(asTorch(() => graph.exp(kind.entropy(self)))));
  for (const [key, make] of Object.entries(lazy))
    of.getter(key, (self) => {
      asTorch(() => parameter(self, key));
      return self.attributes.get(key) ?? make.name;
    });
  for (const [key, make] of Object.entries(properties))
    of.getter(key, (self) => wrap(asTorch(() => make(self))));
  for (const [key, make] of Object.entries(functions))
    of.method(key, 'value', (self, value) => {
      const given = isTensor(value) ? value.variable : new Variable(tensorFrom(value, defaultDType()));
      return wrap(asTorch(() => make(self, given)));
    });
  of.getter('has_rsample', () => kind.hasGradient);
  return [name, type];
}

members(distributionType, isDistribution, 'python')
  .getter('batch_shape', (self) => new Size(self.batch.map(BigInt)))
  .getter('event_shape', (self) => new Size(self.event.map(BigInt)));

distributionType.notOffered = {
  library: 'PyTorch',
  names: new Set(
    'arg_constraints enumerate_support expand has_enumerate_support mode sample_n set_default_validate_args support'.split(
      ' ',
    ),
  ),
};
