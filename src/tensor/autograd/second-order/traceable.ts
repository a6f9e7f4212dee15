/**
 * The nodes whose formulas are written with functions that can be traced alone. In the formulas of others, parts would
 * count as constants; so gradients of gradients through them are refused.
 */
const TRACEABLE = new Set(
  [
    'Add Sub Rsub Mul Div Neg Abs Pow Sqrt Rsqrt Reciprocal Exp Expm1 Log Log1P Log2 Log10 Sin Cos Tan Asin Acos Atan',
    'Sinh Cosh Tanh Sigmoid Relu LeakyRelu Elu Silu Softplus Softmax LogSoftmax Hardtanh LogSigmoid Sign Floor Ceil',
    'Sum Mean Var Std Cumsum Logsumexp Dot Mv Mm Bmm Addmm View UnsafeView ReshapeAlias Permute Transpose T Unsqueeze',
    'Squeeze Expand Select Slice Alias Diagonal Unbind SplitWithSizes Split Clone Cat Stack Gather IndexSelect Take',
    'MaskedSelect Flip Repeat Index IndexPut Tril Triu Max Min Amax Amin Maximum Minimum Clamp ClampMin ClampMax Where',
    'MaskedFill MseLoss NllLoss BinaryCrossEntropy BinaryCrossEntropyWithLogits LinalgVectorNorm ToCopy AccumulateGrad',
    'Deg2Rad Rad2Deg Round Trunc Sort Topk Median Roll Trace CopyBackwards',
  ]
    .join(' ')
    .split(' '),
);

/** Returns whether gradients can be taken of the gradient that the node of this name computes: `MulBackward0`. */
export const isTraceable = (node: string): boolean =>
  TRACEABLE.has(node.replace(/Backward\d*$/, '')) || RENAMED.has(node);

/** Where PyTorch computes a gradient in one piece, the name of that piece's own node. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['Tanh', 'TanhBackwardBackward0'],
  ['Sigmoid', 'SigmoidBackwardBackward0'],
  ['Softplus', 'SoftplusBackwardBackward0'],
  ['Relu', 'ThresholdBackwardBackward0'],
  ['LeakyRelu', 'LeakyReluBackwardBackward0'],
  ['Softmax', 'SoftmaxBackwardDataBackward0'],
  ['LogSoftmax', 'LogSoftmaxBackwardDataBackward0'],
  ['Elu', 'EluBackwardBackward0'],
  ['LogSigmoid', 'LogSigmoidBackwardBackward0'],
  ['Hardtanh', 'HardtanhBackwardBackward0'],
  ['MseLoss', 'MseLossBackwardBackward0'],
  ['Mean', 'DivBackward1'],
  ['Unsqueeze', 'SqueezeBackward1'],
  ['Gather', 'ScatterAddBackward0'],
  ['Sort', 'ScatterBackward0'],
  ['Select', 'SelectBackwardBackward0'],
  ['Slice', 'SliceBackwardBackward0'],
  ['Repeat', 'SumBackward1'],
]);

/** Returns the name of the node that a recorded gradient of this node comes from; undefined where its formula tells. */
export const nodeOfGradient = (node: string): string | undefined =>
  NAMES.get(node.replace(/Backward\d*$/, ''));

/** Returns whether the gradient of this node depends on its input only by a choice, which has the gradient 0. */
export const isSelecting = (node: string): boolean =>
  node === 'ReluBackward0' || node === 'LeakyReluBackward0';

/** Their formulas are compositions, which can be traced again. */
const RENAMED = new Set(NAMES.values());
