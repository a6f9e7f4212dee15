/** Every expression of `tests/goldens/autograd`, recorded with PyTorch 2.6: graph, value and gradients. */
import { describe, expect, it } from 'vitest';
import { backward, Variable } from '../../../src/tensor/autograd/index.ts';
import { fromFlat, type Shape } from '../../../src/tensor/index.ts';
import { expressions } from './expressions.ts';
import { makeInputs } from './inputs.ts';
import { expectSame, graphOf, type RecordedTensor, recordingsOf } from './recorded.ts';

type Recording = {
  results: (RecordedTensor & { graph: string })[];
  grads: Record<string, RecordedTensor>;
  error?: string;
};
const recorded = recordingsOf<Recording>('expressions');

/** 1, 1.5, 2, … sent back from each result. */
function seedOf({ value }: Variable): Variable {
  const values = Array.from({ length: value.size }, (_, i) => 1 + i / 2);
  return new Variable(fromFlat<Shape>(values, value.shape, value.dtype));
}

describe.each(Object.entries(expressions))('%s', (_, cases) => {
  it.each(Object.entries(cases))('%s', (source, evaluate) => {
    const expected = recorded[source] as Recording;
    const inputs = makeInputs();
    const results = [evaluate(inputs)].flat();
    expect(results.map(({ gradFn }) => graphOf(gradFn))).toEqual(expected.results.map(({ graph }) => graph));
    const errors: string[] = [];
    results.forEach((result, i) => {
      expectSame(result.value, expected.results[i] as RecordedTensor, 'value');
      if (result.gradFn === null) return;
      try {
        backward([result], { gradients: [seedOf(result)], retainGraph: true });
      } catch (error) {
        errors.push((error as Error).message);
      }
    });
    expect(errors[0]).toBe(expected.error);
    const grads = Object.entries(inputs).flatMap(([name, each]) =>
      each instanceof Variable && each.grad ? [[name, each.grad.value] as const] : [],
    );
    expect(grads.map(([name]) => name)).toEqual(Object.keys(expected.grads));
    for (const [name, grad] of grads)
      expectSame(grad, expected.grads[name] as RecordedTensor, `${name}.grad`);
  });
});

it('covers every recorded expression', () => {
  expect(Object.values(expressions).flatMap((cases) => Object.keys(cases))).toEqual(Object.keys(recorded));
});
