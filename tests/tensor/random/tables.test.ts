import { describe, expect, it } from 'vitest';
import {
  exponentialDoubles,
  exponentialFloats,
  log1p,
  normalDoubles,
  normalFloats,
} from '../../../src/tensor/random/index.ts';
import { recorded, row } from './recorded.ts';

const TABLES = {
  'normal doubles': normalDoubles,
  'normal floats': normalFloats,
  'exponential doubles': exponentialDoubles,
  'exponential floats': exponentialFloats,
};

describe("the ziggurat's layers are those of NumPy", () => {
  it.each(Object.entries(TABLES))('%s', (name, make) => {
    const { accepted, unit, density } = make();
    expect({ k: row(accepted), w: row(unit), f: row(density) }).toEqual({
      k: recorded.tables[`${name} k`],
      w: recorded.tables[`${name} w`],
      f: recorded.tables[`${name} f`],
    });
  });
});

it.each(recorded.log1p)('log(1 + %d) is that of the C library', (x, value) => {
  expect(log1p(x)).toBe(value);
});
