/** How an optimiser is defined: its options with their checks, and what one step does to one parameter. */
import type { Variable } from '../../../../tensor/autograd/index.ts';
import { assign, negative, type Tensor, torchRules, zeros } from '../../../../tensor/index.ts';
import {
  compare,
  isTrue,
  members,
  PyDict,
  type PyTuple,
  PyType,
  str,
  toFloat,
  UNSET,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { asTorch } from '../errors.ts';
import { isTensor, type TensorObject, wrapTensor } from '../tensor.ts';
import { callClosure, startOptimizer, withoutRecording } from './optimizer.ts';
import { isOptimizer, optimizerType, parametersIn } from './optimizer-object.ts';

/** One parameter in one step: its values, its gradient, its group's options and what is kept of it. */
export class Update {
  readonly #variable: Variable;
  readonly gradient: Tensor;
  readonly #group: PyDict;
  readonly #kept: () => PyDict;

  constructor(parameter: TensorObject, gradient: Tensor, group: PyDict, kept: () => PyDict) {
    this.#variable = parameter.variable;
    this.gradient = isTrue(group.get('maximize') ?? false)
      ? negative(gradient, { rules: torchRules })
      : gradient;
    this.#group = group;
    this.#kept = kept;
  }

  get parameter(): Tensor {
    return this.#variable.value;
  }

  /** Writes the parameter's new values. */
  write(values: Tensor): void {
    assign(this.#variable.value, values);
    this.#variable.version.writes++;
  }

  option(name: string): Value {
    return this.#group.get(name) ?? null;
  }

  number(name: string): number {
    return toFloat(this.option(name));
  }

  flag(name: string): boolean {
    return isTrue(this.option(name));
  }

  /** Returns the tensor kept under `name`; undefined before it was. */
  kept(name: string): Tensor | undefined {
    const value = this.#kept().get(name) ?? null;
    return isTensor(value) ? value.tensor : undefined;
  }

  /** Keeps `values` under `name`: in the tensor that is there, or as a new one. */
  keep(name: string, values: Tensor): void {
    const known = this.#kept().get(name) ?? null;
    if (isTensor(known)) {
      assign(known.tensor, values);
      known.variable.version.writes++;
    } else this.#kept().set(name, wrapTensor(values));
  }

  /** Returns the tensor kept under `name`, zeros the first time. */
  keptOrZeros(name: string): Tensor {
    const known = this.kept(name);
    if (known !== undefined) return known;
    const made = zeros(this.parameter.shape, this.parameter.dtype);
    this.keep(name, made);
    return made;
  }

  /** Adds one to the number of steps, which is kept as a tensor, and returns it. */
  countStep(): number {
    const count = this.kept('step') ?? zeros([], 'float32');
    const next = zeros([], 'float32');
    next.setAt([], count.item() + 1);
    this.keep('step', next);
    return next.item();
  }
}

/** What is checked of an option, as the optimiser's constructor writes it. */
export type Check = (options: PyDict) => void;

/** An option below 0 is refused; `order` is the way round in which PyTorch compares, which its messages show. */
export const notNegative =
  (name: string, what: string, order: '<' | '<=' = '<='): Check =>
  (options) => {
    const value = options.get(name) ?? null;
    const valid = order === '<' ? !isTrue(compare('<', value, 0)) : isTrue(compare('<=', 0, value));
    if (!valid) throw valueError(`Invalid ${what}: ${str(value)}`);
  };

type Description = {
  readonly name: string;
  readonly file: string;
  /** The parameters of the class after `params`. */
  readonly signature: string;
  /** The pairs that stand where the signature has `?`. */
  readonly usual?: Readonly<Record<string, PyTuple>>;
  /** The options in the order in which a group keeps them. */
  readonly options: string;
  readonly checks: readonly Check[];
  /** What is done once, for each parameter. */
  readonly start?: (parameter: TensorObject, options: PyDict, kept: PyDict) => void;
  readonly step: (update: Update) => void;
};

export function optimizer(description: Description): Entry {
  const { name, file, signature, usual, options, checks, start, step } = description;
  const type = new PyType({
    name,
    module: `torch.optim.${file}`,
    bases: [optimizerType],
    subclassable: true,
  });
  const names = signature
    .split(', ')
    .flatMap((word) => word.split('=')[0] ?? [])
    .filter((word) => word !== '*');
  const of = members(type, isOptimizer, 'python');
  of.method(
    '__init__',
    `params, ${signature}` as string,
    ((self: Value, params: Value, ...given: Value[]) => {
      if (!isOptimizer(self)) return null;
      const values = new Map(
        names.map((each, i) => [each, given[i] === UNSET ? (usual?.[each] ?? null) : (given[i] ?? null)]),
      );
      const defaults = new PyDict(options.split(' ').map((each) => [each, values.get(each) ?? null]));
      for (const check of checks) check(defaults);
      startOptimizer(self, params, defaults);
      if (start !== undefined)
        for (const group of self.groups)
          for (const parameter of parametersIn(group)) start(parameter, group, self.state.of(parameter));
      return null;
    }) as (self: Value, ...args: Value[]) => Value,
  );
  of.method('step', 'closure=None', (self, closure) => {
    self.stepCount++;
    const loss = callClosure(closure);
    withoutRecording(() =>
      asTorch(() => {
        for (const group of self.groups)
          for (const parameter of parametersIn(group)) {
            const { grad } = parameter.variable;
            if (grad !== null) step(new Update(parameter, grad.value, group, () => self.state.of(parameter)));
          }
      }),
    );
    return loss;
  });
  return [name, type];
}
