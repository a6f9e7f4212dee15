import { type Problem, TensorError } from '../../src/tensor/index.ts';

/** The core error that `run` throws; anything else is rethrown or reported. */
export function refused(run: () => unknown): TensorError {
  try {
    run();
  } catch (error) {
    if (error instanceof TensorError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** The problem of the core error that `run` throws. */
export function refusal(run: () => unknown): Problem {
  return refused(run).problem;
}
