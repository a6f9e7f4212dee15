/** The members of `torch.Generator`, and the state of a generator as a tensor of bytes. */
import { Variable } from '../../../../tensor/autograd/index.ts';
import { fromFlat, rowMajorData, type Tensor } from '../../../../tensor/index.ts';
import { STATE_SIZE, type TorchState } from '../../../../tensor/random/index.ts';
import { address, asIndex, members, typeError, typeName, type Value } from '../../../objects/index.ts';
import { definePython } from '../define.ts';
import { CPU, readDevice } from '../device.ts';
import { runtimeError } from '../errors.ts';
import { defaultGenerator, GeneratorObject, generatorType, readSeed } from '../generator.ts';
import { session } from '../session.ts';
import { isTensor, wrapTensor } from '../tensor.ts';

/** The seed of a generator that was made without one (`default_rng_seed_val`). */
const DEFAULT_SEED = 67280421310721n;

const isGenerator = (value: Value): value is GeneratorObject => value instanceof GeneratorObject;

members(generatorType, isGenerator)
  .constructs('device=None', (_type, device) => {
    if (device !== null) readDevice(device);
    return new GeneratorObject(DEFAULT_SEED);
  })
  .getter('device', () => CPU)
  .method('manual_seed', 'seed, /', (self, seed) => {
    if (asIndex(seed) === undefined)
      throw runtimeError(`manual_seed expected a long, but got ${typeName(seed)}`);
    self.seed(readSeed(seed));
    return self;
  })
  .method('initial_seed', '', (self) => self.source.seed)
  .method('seed', '', reseed)
  .method('get_state', '', (self) => wrapTensor(bytesOf(self.source.save())))
  .method('set_state', 'new_state, /', (self, state) => {
    restore(self, state);
    return self;
  })
  .special('__repr__', (self) => `<torch._C.Generator object at ${address(self)}>`);

/**
 * PyTorch's layout of a state, in bytes: the seed, how many words are left, a flag, the place of the next word, each of the
 * 624 words in eight bytes, and the normal number that is kept.
 */
const [SEED, LEFT, SEEDED, NEXT, WORDS] = [0, 8, 12, 16, 24] as const;
const KEPT = WORDS + 8 * STATE_SIZE + 8;
const HAS_KEPT = KEPT + 16;
const SIZE = HAS_KEPT + 16;

function bytesOf({ seed, words, position, keptNormal }: TorchState): Tensor {
  const view = new DataView(new ArrayBuffer(SIZE));
  view.setBigUint64(SEED, seed, true);
  view.setInt32(LEFT, STATE_SIZE + 1 - position, true);
  view.setInt32(SEEDED, 1, true);
  view.setBigUint64(NEXT, BigInt(position % STATE_SIZE), true);
  words.forEach((word, i) => {
    view.setBigUint64(WORDS + 8 * i, BigInt(word), true);
  });
  view.setFloat64(KEPT, keptNormal ?? 0, true);
  view.setInt32(HAS_KEPT, keptNormal === undefined ? 0 : 1, true);
  return fromFlat(new Uint8Array(view.buffer), [SIZE], 'uint8');
}

function stateOf(bytes: Tensor): TorchState {
  const view = new DataView(Uint8Array.from(rowMajorData(bytes)).buffer);
  const words = Uint32Array.from({ length: STATE_SIZE }, (_, i) => view.getUint32(WORDS + 8 * i, true));
  // A generator with one word left makes the next state first.
  const left = view.getInt32(LEFT, true);
  return {
    seed: view.getBigUint64(SEED, true),
    words,
    position: STATE_SIZE + 1 - left,
    keptNormal: view.getInt32(HAS_KEPT, true) === 0 ? undefined : view.getFloat64(KEPT, true),
  };
}

function restore(generator: GeneratorObject, state: Value): void {
  if (!isTensor(state)) throw typeError(`expected a torch.ByteTensor, but got ${typeName(state)}`);
  const { dtype, size } = state.tensor;
  if (dtype !== 'uint8') throw typeError('RNG state must be a torch.ByteTensor');
  if (size !== SIZE)
    throw runtimeError(
      `Expected either a CPUGeneratorImplStateLegacy of size 5048 or a CPUGeneratorImplState of size ${SIZE} but found the input RNG state size to be ${size}`,
    );
  generator.restore(stateOf(state.tensor));
}

/** `torch.seed()`: the next seed of the run in place of one that nobody knows. */
function reseed(generator: GeneratorObject): bigint {
  generator.seed(session().host.runSeed());
  return generator.source.seed;
}

definePython('manual_seed', 'seed', (seed) => {
  const generator = defaultGenerator();
  generator.seed(readSeed(seed));
  return generator;
});
definePython('initial_seed', '', () => defaultGenerator().source.seed);
definePython('seed', '', () => reseed(defaultGenerator()));
definePython('get_rng_state', '', () => new Variable(bytesOf(defaultGenerator().source.save())));
definePython('set_rng_state', 'new_state', (state) => {
  restore(defaultGenerator(), state);
  return null;
});
