/** What gradients refuse. Autograd follows one library, so these errors carry PyTorch's own text. */
import type { DType } from '../dtype.ts';
import type { Shape } from '../shape.ts';

/** Returns the name that PyTorch's C++ gives to a floating-point dtype. */
const floatName = (dtype: DType): string => {
  if (dtype === 'float16') return 'Half';
  if (dtype === 'bfloat16') return 'BFloat16';
  return dtype === 'float32' ? 'Float' : 'Double';
};

/** The rule broken, with its particulars. */
export type AutogradProblem =
  /** `backward` without a gradient from something that is not one number. */
  | { kind: 'not-scalar' }
  /** `backward` from a tensor outside every graph. */
  | { kind: 'no-graph'; output: number }
  /** The gradient given to `backward` has not the shape of the output. */
  | { kind: 'gradient-shape'; gradient: Shape; output: Shape }
  /** The graph was freed by an earlier `backward`. */
  | { kind: 'freed' }
  /** A saved tensor was written to; `from` is the node it comes from, with the number of the output. */
  | {
      kind: 'modified';
      dtype: DType;
      shape: Shape;
      from: { node: string; output: number } | null;
      version: number;
      expected: number;
    }
  | { kind: 'leaf-in-place' }
  | { kind: 'leaf-view-in-place' }
  /** Writing into one of several views that one function returned. */
  | { kind: 'many-views-in-place'; from: { node: string; output: number } | null }
  /** Writing, while recording, into a view taken without recording. */
  | { kind: 'unrecorded-view-in-place' }
  /** The result of an operation in place has another shape than its target. */
  | { kind: 'in-place-shape'; target: Shape; result: Shape }
  /** The result of an operation in place has a dtype of a higher category than its target. */
  | { kind: 'in-place-dtype'; target: DType; result: DType }
  /** Writing in place to a tensor several of whose elements share memory. */
  | { kind: 'overlapping-in-place' }
  | { kind: 'overlapping-operand' }
  | { kind: 'mixed-dtypes'; found: DType; expected: DType }
  /** Gradients of integers or bools, asked for by a constructor, an attribute or a method. */
  | { kind: 'not-floating'; by: 'constructor' | 'attribute' | 'method' }
  /** Switching off the gradient of something computed. */
  | { kind: 'not-leaf' }
  | { kind: 'retain-without-grad' }
  | { kind: 'assigned-gradient-shape'; gradient: Shape; shape: Shape }
  | { kind: 'assigned-gradient-dtype'; gradient: DType; dtype: DType }
  /** Index arrays that write elements of another dtype. */
  | { kind: 'index-put-dtype'; target: DType; source: DType }
  /** PyTorch has no derivative of this function. */
  | { kind: 'not-implemented'; operation: string }
  /** A gradient of a gradient that is not offered here; `through` names the node. */
  | { kind: 'second-order'; through: string | null }
  /** `torch.autograd.grad` with respect to a tensor that needs no gradient. */
  | { kind: 'input-without-grad' }
  /** `torch.autograd.grad` with respect to a tensor the output does not depend on. */
  | { kind: 'unused-input' };

/** Refused by autograd: PyTorch's RuntimeError, with its text as `message`. */
export class AutogradError extends Error {
  override readonly name = 'AutogradError';
  /** The operation that refused. */
  readonly operation: string;
  readonly problem: AutogradProblem;

  constructor(operation: string, problem: AutogradProblem) {
    super(wording(problem));
    this.operation = operation;
    this.problem = problem;
  }
}

/** How PyTorch names dtypes: as C++ type, in a tensor's type, and as scalar type. */
const dtypeNames: Record<DType, { scalar: string; type: string }> = {
  float64: { scalar: 'double', type: 'Double' },
  float32: { scalar: 'float', type: 'Float' },
  int64: { scalar: 'long int', type: 'Long' },
  int32: { scalar: 'int', type: 'Int' },
  int16: { scalar: 'short int', type: 'Short' },
  int8: { scalar: 'signed char', type: 'Char' },
  uint64: { scalar: 'uint64_t', type: 'UInt64' },
  uint32: { scalar: 'uint32_t', type: 'UInt32' },
  uint16: { scalar: 'uint16_t', type: 'UInt16' },
  uint8: { scalar: 'unsigned char', type: 'Byte' },
  float16: { scalar: 'c10::Half', type: 'Half' },
  bfloat16: { scalar: 'c10::BFloat16', type: 'BFloat16' },
  bool: { scalar: 'bool', type: 'Bool' },
};

const UNRECORDED_VIEW =
  'A view was created in no_grad mode and is being modified inplace with grad mode enabled';

const list = (shape: Shape) => `[${shape.join(', ')}]`;

function wording(problem: AutogradProblem): string {
  switch (problem.kind) {
    case 'not-scalar':
      return 'grad can be implicitly created only for scalar outputs';
    case 'no-graph':
      return `element ${problem.output} of tensors does not require grad and does not have a grad_fn`;
    case 'gradient-shape':
      return `Mismatch in shape: grad_output[0] has a shape of torch.Size(${list(problem.gradient)}) and output[0] has a shape of torch.Size(${list(problem.output)}).`;
    case 'freed':
      return 'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.';
    case 'modified': {
      const from = problem.from ? `, which is output ${problem.from.output} of ${problem.from.node},` : '';
      return `one of the variables needed for gradient computation has been modified by an inplace operation: [torch.${dtypeNames[problem.dtype].type}Tensor ${list(problem.shape)}]${from} is at version ${problem.version}; expected version ${problem.expected} instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True).`;
    }
    case 'leaf-in-place':
      return 'a leaf Variable that requires grad is being used in an in-place operation.';
    case 'leaf-view-in-place':
      return 'a view of a leaf Variable that requires grad is being used in an in-place operation.';
    case 'many-views-in-place':
      return `${problem.from ? `Output ${problem.from.output} of ${problem.from.node} is a view and is being modified inplace` : UNRECORDED_VIEW}. This view is the output of a function that returns multiple views. Such functions do not allow the output views to be modified inplace. You should replace the inplace operation by an out-of-place one.`;
    case 'unrecorded-view-in-place':
      return `${UNRECORDED_VIEW}. Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and the inplace either both inside the no_grad block (if you don't want the inplace to be tracked) or both outside (if you want the inplace to be tracked).`;
    case 'in-place-shape':
      return `output with shape ${list(problem.target)} doesn't match the broadcast shape ${list(problem.result)}`;
    case 'in-place-dtype':
      return `result type ${dtypeNames[problem.result].type} can't be cast to the desired output type ${dtypeNames[problem.target].type}`;
    case 'overlapping-operand':
      return 'unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. Please clone() the tensor before performing the operation.';
    case 'mixed-dtypes':
      return `Found dtype ${floatName(problem.found)} but expected ${floatName(problem.expected)}`;
    case 'overlapping-in-place':
      return 'unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.';
    case 'not-floating': {
      if (problem.by === 'method') return 'only Tensors of floating point dtype can require gradients';
      const only = problem.by === 'constructor' ? 'Only' : 'only';
      return `${only} Tensors of floating point and complex dtype can require gradients`;
    }
    case 'not-leaf':
      return "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().";
    case 'retain-without-grad':
      return "can't retain_grad on Tensor that has requires_grad=False";
    case 'assigned-gradient-shape':
      return `attempting to assign a gradient of size '${list(problem.gradient)}' to a tensor of size '${list(problem.shape)}'. Please ensure that the gradient and the tensor are the same size`;
    case 'assigned-gradient-dtype':
      return `attempting to assign a gradient with dtype '${dtypeNames[problem.gradient].scalar}' to a tensor with dtype '${dtypeNames[problem.dtype].scalar}'. Please ensure that the gradient and the tensor have the same dtype`;
    case 'index-put-dtype':
      return `Index put requires the source and destination dtypes match, got ${dtypeNames[problem.target].type} for the destination and ${dtypeNames[problem.source].type} for the source.`;
    case 'not-implemented':
      return `derivative for aten::${problem.operation} is not implemented`;
    case 'second-order':
      return `gradients of gradients${problem.through === null ? '' : ` through ${problem.through}`} are not part of this book's PyTorch`;
    case 'input-without-grad':
      return 'One of the differentiated Tensors does not require grad';
    case 'unused-input':
      return 'One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.';
  }
}
