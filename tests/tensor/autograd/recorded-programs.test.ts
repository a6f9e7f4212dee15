/** Every program of `tests/goldens/autograd`, recorded with PyTorch 2.6: what it shows and the error that ends it. */
import { describe, expect, it } from 'vitest';
import { AutogradError, Variable } from '../../../src/tensor/autograd/index.ts';
import { makeInputs } from './inputs.ts';
import { programs, type Shown } from './programs.ts';
import { expectSame, graphOf, type RecordedTensor, recordingsOf } from './recorded.ts';

type RecordedShown = (RecordedTensor & { graph: string; requires_grad: boolean }) | number | boolean | null;
const recorded = recordingsOf<{ shown: RecordedShown[]; error: string | null }>('programs');

/** The text of the error that ends `run`, or null. */
function messageOf(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof AutogradError) return error.message;
    throw error;
  }
}

/** Compares at once, because a tensor shown may be written to later. */
function expectShown(actual: Shown, expected: RecordedShown | undefined, what: string): void {
  if (!(actual instanceof Variable)) {
    expect(actual, what).toEqual(expected);
    return;
  }
  const tensor = expected as Extract<RecordedShown, RecordedTensor>;
  expectSame(actual.value, tensor, what);
  expect([graphOf(actual.gradFn), actual.requiresGrad], what).toEqual([tensor.graph, tensor.requires_grad]);
}

describe.each(Object.entries(programs))('%s', (_, cases) => {
  it.each(Object.entries(cases))('%s', (source, program) => {
    const expected = recorded[source];
    let count = 0;
    const show = (...values: Shown[]) => {
      for (const value of values) expectShown(value, expected?.shown[count++], `shown ${count}`);
    };
    expect(messageOf(() => program(makeInputs(), show))).toBe(expected?.error);
    expect(count).toBe(expected?.shown.length);
  });
});

it('covers every recorded program', () => {
  expect(Object.values(programs).flatMap((cases) => Object.keys(cases))).toEqual(Object.keys(recorded));
});
