/** Indexing with brackets, decomposed as PyTorch decomposes it: one node for each index. */
import {
  assignAt as assignAtOf,
  astype,
  copy,
  type Index,
  index as indexOf,
  isInteger,
  type Slice,
  sameShape,
  Tensor,
  torchRules,
  zeros,
} from '../../index.ts';
import { AutogradError } from '../errors.ts';
import { operation } from '../operation.ts';
import { from } from '../record.ts';
import * as t from '../torch.ts';
import { type Operand, Variable } from '../variable.ts';
import { copyFrom, fill, tensorOf } from './choices.ts';
import { gathered, placesIn, wholeAxes } from './derivatives.ts';
import { alias, expand, view as reshapeView, select, slice, unsqueeze } from './views.ts';

/**
 * `self[i, j, …]`. Integers select, slices slice, null adds an axis; tensors, whose axes those leave, pick elements.
 * Errors as the core's `index`.
 */
export function index(self: Variable, indices: readonly Index[]): Variable {
  const { view, arrays } = apply(self, indices);
  if (arrays.length > 0) return indexTensors(view, arrays);
  return view === self ? alias(self) : view;
}

const indexTensors = operation((self: Variable, indices: readonly Index[]) => {
  const { shape } = self.value;
  const pick = (x: Tensor) => indexOf(x, indices, torchRules);
  // Adding to zeros: −0 becomes 0, as where PyTorch accumulates.
  const gradient = (g: Tensor) => gathered(t.add(g, 0), pick(placesIn(shape)), shape);
  return {
    node: 'IndexBackward0',
    value: pick(self.value),
    inputs: [from(self, gradient, ...indices.filter((each) => each instanceof Tensor))],
  };
});

/**
 * Writes `value` into `self[i, j, …]`, stretched and converted: `self[…] = value`. Tensors as indices convert nothing.
 * @throws {AutogradError} the kinds that end in `in-place`, and `index-put-dtype`; else as the core's `assign`.
 */
export function assignAt(self: Variable, indices: readonly Index[], value: Operand): void {
  const { view, arrays } = apply(self, indices);
  const { dtype } = view.value;
  const given = value instanceof Variable ? value : new Variable(astype(tensorOf(value), dtype));
  const source = given.value;
  if (arrays.length === 0) assignTo(view, given);
  else if (source.dtype === dtype) putTensors.inPlace(view, arrays, given);
  else
    throw new AutogradError('index_put_', { kind: 'index-put-dtype', target: dtype, source: source.dtype });
}

/** Copies, or fills with one number; leading axes of size 1 that the target lacks go. */
function assignTo(target: Variable, value: Variable): void {
  const { shape } = target.value;
  const given = value.value.shape;
  if (sameShape(given, shape)) copyFrom.inPlace(target, value);
  else if (given.length === 0) fill.inPlace(target, value);
  else {
    const first = given.findIndex((size) => size !== 1);
    const own = reshapeView(value, first < 0 ? [] : given.slice(first));
    copyFrom.inPlace(target, sameShape(own.value.shape, shape) ? own : expand(own, shape));
  }
}

const putTensors = operation((self: Variable, indices: readonly Index[], value: Variable) => {
  const written = copy(self.value);
  assignAtOf(written, indices, value.value, torchRules);
  const cleared = (g: Tensor) => {
    const rest = copy(g);
    assignAtOf(rest, indices, zeros([], g.dtype), torchRules);
    return rest;
  };
  const kept = indices.filter((each) => each instanceof Tensor);
  return {
    node: 'IndexPutBackward0',
    value: written,
    inputs: [from(self, cleared, ...kept), from(value, (g) => indexOf(g, indices, torchRules), ...kept)],
  };
});

/** Returns the views that all indices but tensors make, and the tensors, each in the place of its axis. */
function apply(self: Variable, indices: readonly Index[]): { view: Variable; arrays: Index[] } {
  requireFitting(self.value, indices);
  const taken = indices.reduce<number>((sum, each) => sum + axesTaken(each), 0);
  const arrays: Index[] = [];
  let view = self;
  let dim = 0;
  let covered = 0;
  for (const each of indices) {
    const integer = integerOf(each);
    if (integer !== null) view = select(view, dim, integer);
    else if (each === null) view = unsqueeze(view, dim++);
    else if (each === '...') dim += self.value.rank - taken;
    else if (each instanceof Tensor) {
      arrays.push(...wholeAxes(dim - covered), each);
      dim += axesTaken(each);
      covered = dim;
    } else {
      // Beside other indices PyTorch skips a slice that spells out the whole axis.
      const range = each as Slice;
      if (indices.length === 1 || !spellsOutAll(range, view.value.shape[dim])) view = slice(view, dim, range);
      dim++;
    }
  }
  return { view, arrays };
}

/** Returns the integer that an index is: a number or a tensor of one integer without axes. */
function integerOf(each: Index): number | null {
  if (typeof each === 'number') return each;
  return each instanceof Tensor && each.rank === 0 && isInteger(each.dtype) ? each.item() : null;
}

function spellsOutAll({ start, stop, step }: Slice, size: number | undefined): boolean {
  return (start ?? 0) === 0 && stop === size && (step ?? 1) === 1;
}

/** Returns how many axes of the indexed tensor an index uses up. */
function axesTaken(each: Index): number {
  if (each === null || each === '...') return 0;
  return each instanceof Tensor && each.dtype === 'bool' ? each.rank : 1;
}

/** Lets the core refuse what does not fit, with axes counted in the tensor itself. */
function requireFitting(x: Tensor, indices: readonly Index[]): void {
  const plain = indices.flatMap((each): Index[] => {
    const number = integerOf(each);
    if (number !== null) return [number];
    return each instanceof Tensor ? wholeAxes(axesTaken(each)) : [each];
  });
  indexOf(x, plain, torchRules);
}
