/** `torch.Generator`, and the default generator of a run, which layers and functions draw from unless given another. */
import { TorchGenerator, type TorchState } from '../../../tensor/random/index.ts';
import { call, intType, PyObject, PyType, type Value } from '../../objects/index.ts';
import { runtimeError } from './errors.ts';
import { session } from './session.ts';

export const generatorType = new PyType({ name: 'Generator', module: 'torch._C' });

export class GeneratorObject extends PyObject {
  #source: TorchGenerator | undefined;
  #isSeeded: boolean;

  /** Without a seed it starts from that of the run, with the first draw. */
  constructor(seed?: bigint) {
    super();
    this.#source = seed === undefined ? undefined : new TorchGenerator(seed);
    this.#isSeeded = seed !== undefined;
  }

  override get type(): PyType {
    return generatorType;
  }

  get source(): TorchGenerator {
    this.#source ??= new TorchGenerator(session().host.runSeed());
    return this.#source;
  }

  /** False while it draws from the seed of the run. */
  get isSeeded(): boolean {
    return this.#isSeeded;
  }

  seed(seed: bigint): void {
    this.#source ??= new TorchGenerator(seed);
    this.#source.reseed(seed);
    this.#isSeeded = true;
  }

  restore(state: TorchState): void {
    this.#source ??= new TorchGenerator(state.seed);
    this.#source.restore(state);
    this.#isSeeded = true;
  }
}

/** `torch.default_generator`. */
export function defaultGenerator(): GeneratorObject {
  const state = session();
  state.generator ??= new GeneratorObject();
  return state.generator;
}

/** Returns the integer of 64 bits that `int(seed)` is, signed or not. */
export function readSeed(value: Value): bigint {
  const seed = call(intType, [value]);
  const whole = typeof seed === 'bigint' ? seed : 0n;
  if (whole < -(2n ** 63n) || whole >= 2n ** 64n) throw runtimeError('Overflow when unpacking long');
  return BigInt.asUintN(64, whole);
}
