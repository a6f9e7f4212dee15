import { describe, expect, it } from 'vitest';
import {
  BoundedIntegers,
  fillNormal,
  fillUniform,
  MT19937,
  nextFloat,
  PCG64,
  PolarNormal,
  SeedSequence,
  TorchGenerator,
  torchExponential,
  torchNormal,
  torchUniform,
  zigguratExponential,
  zigguratExponentialFloat,
  zigguratNormal,
  zigguratNormalFloat,
} from '../../../src/tensor/random/index.ts';
import { draws, numeric, recorded, row } from './recorded.ts';

const pcg = (seed: number): PCG64 => PCG64.fromSequence(new SeedSequence([BigInt(seed)]));

describe('integers of a range', () => {
  it.each(recorded.bounded)('$method, $width bits, to $range', ({ method, width, range, drawn }) => {
    const source = method === 'masked' ? MT19937.fromSeed(5) : pcg(5);
    const integers = new BoundedIntegers(source, width, method);
    const draw = (): number =>
      width === 64
        ? Number(BigInt.asUintN(53, integers.nextWide(BigInt(range))))
        : integers.next(Number(range));
    expect(draws(drawn, draw)).toEqual(numeric(drawn));
  });

  it('of 16 bits take two from a word', () => {
    const integers = new BoundedIntegers(MT19937.fromSeed(1), 16, 'masked');
    const word = MT19937.fromSeed(1).next32();
    expect([integers.next(0xffff), integers.next(0xffff)]).toEqual([word & 0xffff, word >>> 16]);
  });
});

describe('normal and exponential numbers', () => {
  it('by the polar method', () => {
    const normal = new PolarNormal(MT19937.fromSeed(9));
    expect(draws(recorded.polar, () => normal.next())).toEqual(recorded.polar);
  });

  it('by the polar method keep the second of a pair, which can be taken away', () => {
    const normal = new PolarNormal(MT19937.fromSeed(9));
    normal.next();
    const { kept } = normal;
    expect(normal.next()).toBe(kept);
    expect(normal.kept).toBeUndefined();
  });

  const ziggurats = {
    'standard_normal f8': zigguratNormal,
    'standard_normal f4': zigguratNormalFloat,
    'standard_exponential f8': zigguratExponential,
    'standard_exponential f4': zigguratExponentialFloat,
  };
  it.each(Object.entries(recorded.ziggurat.draws))('by the ziggurat: %s', (name, expected) => {
    const [seed = '', ...rest] = name.split(' ').toReversed();
    const draw = ziggurats[rest.toReversed().join(' ') as keyof typeof ziggurats];
    const source = pcg(Number(seed));
    expect(draws(expected, () => draw(source))).toEqual(expected);
  });

  it('and float32 numbers of 24 bits', () => {
    const source = pcg(3);
    expect(draws(recorded.ziggurat.floats, () => nextFloat(source))).toEqual(recorded.ziggurat.floats);
  });
});

const zeros = (dtype: 'float32' | 'float64', size: number): Float32Array | Float64Array =>
  dtype === 'float32' ? new Float32Array(size) : new Float64Array(size);

describe("PyTorch's generator", () => {
  it.each(recorded.pytorch.uniform)('fills $dtype from $low to $high', ({ dtype, low, high, drawn }) => {
    const data = zeros(dtype, drawn.length);
    fillUniform(data, new TorchGenerator(3n), { low, high });
    expect(row(data)).toEqual(drawn);
  });

  it.each(recorded.pytorch.normal)(
    'fills $size normal numbers of $dtype, mean $mean, deviation $std, and goes on',
    ({ dtype, size, mean, std, drawn, next }) => {
      const generator = new TorchGenerator(11n);
      const [first, second] = [zeros(dtype, size), zeros(dtype, next.length)];
      fillNormal(first, generator, { mean, std });
      fillNormal(second, generator, { mean, std });
      expect([row(first), row(second)]).toEqual([drawn, next]);
    },
  );

  it('draws exponential numbers of a rate', () => {
    const { exponential } = recorded.pytorch;
    const generator = new TorchGenerator(8n);
    expect(draws(exponential, () => torchExponential(generator, 2.5))).toEqual(exponential);
  });

  it('draws elements one by one where they do not lie side by side', () => {
    const data = new Float32Array(20);
    fillNormal(data, new TorchGenerator(6n), { mean: 0, std: 1 }, false);
    expect(row(data)).toEqual(recorded.pytorch.strided);
  });

  it.each([
    [-5n, 'negative seed'],
    [2n ** 40n + 9n, 'large seed'],
  ] as const)('takes the lowest 32 bits of the seed %s', (seed, name) => {
    const data = new Float32Array(8);
    fillUniform(data, new TorchGenerator(seed), { low: 0, high: 1 });
    expect(row(data)).toEqual(recorded.pytorch[name]);
  });

  it('starts anew and forgets the number that it kept', () => {
    const generator = new TorchGenerator(1n);
    const first = torchNormal(generator);
    generator.reseed(1n);
    expect(torchNormal(generator)).toBe(first);
    expect(generator.seed).toBe(1n);
    generator.reseed(2n);
    expect(generator.seed).toBe(2n);
    expect(generator.next32()).toBe(MT19937.fromSeed(2).next32());
  });

  it('makes doubles of 53 bits as the Mersenne Twister does', () => {
    expect(new TorchGenerator(4n).nextDouble()).toBe(MT19937.fromSeed(4).nextDouble());
  });

  it('goes on from a saved state with the number that it kept', () => {
    const generator = new TorchGenerator(1n);
    torchNormal(generator);
    const saved = generator.save();
    // More draws than a state has words: a saved state must not be used up with them.
    const draw = () => [
      torchNormal(generator),
      ...Array.from({ length: 700 }, () => torchUniform(generator, 'float64')),
    ];
    const next = draw();
    generator.reseed(5n);
    generator.restore(saved);
    expect(generator.seed).toBe(1n);
    expect(draw()).toEqual(next);
    generator.restore(saved);
    expect(draw()).toEqual(next);
  });
});
