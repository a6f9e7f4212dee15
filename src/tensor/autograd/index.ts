/** The public face of autograd: variables, the operations on them, and gradients. PyTorch's rules throughout. */
export { backward, gradientsOf } from './backward.ts';
export { AutogradError, type AutogradProblem } from './errors.ts';
export { isGradEnabled, setGradEnabled } from './grad-mode.ts';
export { GradientNode, type NodeInput } from './node.ts';
export type { Operation } from './operation.ts';
export * as operations from './operations/index.ts';
export { currentTracer, withTracer } from './tracing.ts';
export { type Operand, Variable } from './variable.ts';
