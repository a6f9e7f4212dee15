import { type Problem, TensorError } from '../../src/tensor/index.ts';

/** The problem of the core error that `run` throws; anything else is rethrown or reported. */
export function refusal(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof TensorError) return error.problem;
    throw error;
  }
  throw new Error('nothing was refused');
}
