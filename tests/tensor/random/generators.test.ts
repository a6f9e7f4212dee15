import { describe, expect, it } from 'vitest';
import {
  MT19937,
  PCG64,
  SeedSequence,
  STATE_SIZE,
  type Word64,
  wordsOf,
} from '../../../src/tensor/random/index.ts';
import { draws, recorded, row } from './recorded.ts';

const joined = ([high, low]: Word64): string => String((BigInt(high) << 32n) | BigInt(low));

describe('MT19937', () => {
  it.each(Object.entries(recorded.mersenne.seeded))('gives the words of seed %s', (seed, expected) => {
    const twister = MT19937.fromSeed(Number(seed));
    expect(draws(expected, () => twister.next32())).toEqual(expected);
  });

  it.each(Object.entries(recorded.mersenne.keyed))('gives the words of key %s', (key, expected) => {
    const twister = MT19937.fromKey(JSON.parse(key));
    expect(draws(expected, () => twister.next32())).toEqual(expected);
  });

  it.each(Object.entries(recorded.mersenne.wide))('joins two words to 64 bits, seed %s', (seed, expected) => {
    const twister = MT19937.fromSeed(Number(seed));
    expect(expected.map(() => joined(twister.next64()))).toEqual(expected);
  });

  it.each(Object.entries(recorded.mersenne.doubles))(
    'makes doubles of 53 bits, seed %s',
    (seed, expected) => {
      const twister = MT19937.fromSeed(Number(seed));
      expect(draws(expected, () => twister.nextDouble())).toEqual(expected);
    },
  );

  it('goes on from a copy of its state, which later draws do not change', () => {
    const twister = MT19937.fromSeed(3);
    expect(twister.position).toBe(STATE_SIZE);
    twister.next32();
    const { state, position } = twister;
    expect(position).toBe(1);
    const next = Array.from({ length: 700 }, () => twister.next32());
    const copy = new MT19937(state, position);
    expect(next.map(() => copy.next32())).toEqual(next);
  });

  it('uses up a state before it makes the next', () => {
    const state = new Uint32Array(STATE_SIZE);
    expect(new MT19937(state).position).toBe(STATE_SIZE);
  });
});

describe('SeedSequence', () => {
  it.each(recorded.sequences)('mixes $entropy with the key $key', ({ entropy, key, words }) => {
    const sequence = new SeedSequence(entropy.map(BigInt), key.map(BigInt));
    expect([...sequence.generate(words.length)]).toEqual(words);
    expect([...sequence.generate(2)]).toEqual(words.slice(0, 2));
  });

  it('spawns sequences that differ by one more number of their key', () => {
    const sequence = new SeedSequence([5n], [2n]);
    expect(sequence.spawn(2).map(({ entropy, spawnKey }) => [entropy, spawnKey])).toEqual([
      [[5n], [2n, 0n]],
      [[5n], [2n, 1n]],
    ]);
    expect(sequence.spawn(1)[0]?.spawnKey).toEqual([2n, 2n]);
  });

  it('reads an integer as words of 32 bits, one of them for 0', () => {
    expect([0n, 1n, 2n ** 32n, 2n ** 70n + 3n].map(wordsOf)).toEqual([[0], [1], [0, 1], [3, 0, 64]]);
  });
});

describe('PCG64', () => {
  it.each(recorded.pcg)(
    'draws from seed $seed',
    ({ seed, state, increment, raw, words, doubles, ...after }) => {
      const made = () => PCG64.fromSequence(new SeedSequence([BigInt(seed)]));
      expect(made().state).toEqual({
        state: BigInt(state),
        increment: BigInt(increment),
        hasHalf: false,
        half: 0,
      });
      const whole = made();
      expect(raw.map(() => joined(whole.next64()))).toEqual(raw);
      const halves = made();
      expect(words.map(() => halves.next32())).toEqual(words);
      expect(halves.state).toMatchObject({ hasHalf: after.has_half === 1, half: after.half });
      const source = made();
      expect(draws(doubles, () => source.nextDouble())).toEqual(doubles);
    },
  );

  it('goes on from a state and an increment', () => {
    const source = PCG64.fromSequence(new SeedSequence([1n]));
    source.next64();
    const { state, increment } = source.state;
    expect(new PCG64(state, increment).next64()).toEqual(source.next64());
  });

  it('rotates by every amount', () => {
    // The six highest bits of the state after a step are the rotation; 64 · 40 draws meet all of them.
    const source = PCG64.fromSequence(new SeedSequence([9n]));
    const rotations = new Set<bigint>();
    const expected: string[] = [];
    const got: string[] = [];
    for (let i = 0; i < 2560; i++) {
      got.push(joined(source.next64()));
      const { state } = source.state;
      const turn = state >> 122n;
      rotations.add(turn);
      const mixed = (state >> 64n) ^ (state & (2n ** 64n - 1n));
      expected.push(String(((mixed >> turn) | (mixed << (64n - turn))) & (2n ** 64n - 1n)));
    }
    expect(rotations.size).toBe(64);
    expect(row(got.map(Number))).toEqual(row(expected.map(Number)));
    expect(got).toEqual(expected);
  });
});
