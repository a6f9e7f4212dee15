/** What is said of the arrays: their names in both libraries, whose memory they use, and where a cell lies. */
import {
  type Chain,
  chain,
  core,
  type Expression,
  number,
  numberText,
  scalar,
  sum,
} from '../../explain/index.ts';
import type { Shape } from '../../tensor/index.ts';
import { rounded, shapeText, type Twin } from '../base/index.ts';
import { arraysOf, type Shown } from './arrays-of.ts';
import { ARRAY_NAMES, type ArrayName, type ReshapeState } from './model.ts';

/** Returns what an array is called in a program, where memory is `a` and the grid is `g`. */
export function codeOf(state: ReshapeState, array: ArrayName): string {
  switch (array) {
    case 'memory':
      return 'a';
    case 'grid':
      return `g = a.reshape${callOf(state.shape)}`;
    case 'result':
      return `r = ${resultCode(state)}`;
    case 'row':
      return state.operation === 'flatten' ? 'g.flatten()' : 'r.reshape(-1)';
    default:
      return array satisfies never;
  }
}

function resultCode({ operation, to, order, starts, steps }: ReshapeState): string {
  switch (operation) {
    case 'reshape':
      return `g.reshape${callOf(to)}`;
    case 'transpose':
      return 'g.T';
    case 'permute':
      return `g.transpose${callOf(order)}`;
    case 'flatten':
      return 'g.ravel()';
    case 'slice':
      return `g[${steps.map((step, axis) => sliceText(step, starts[axis] ?? 0)).join(', ')}]`;
    default:
      return operation satisfies never;
  }
}

/** Returns the same in PyTorch, where it is called otherwise. */
export function torchCodeOf(state: ReshapeState): string | undefined {
  if (state.operation === 'permute') return `g.permute${callOf(state.order)}`;
  if (state.operation === 'flatten') return 'g.flatten()';
  return undefined;
}

function callOf(shape: Shape): string {
  return shape.length === 0 ? '(())' : `(${shape.join(', ')})`;
}

function sliceText(step: number, start: number): string {
  if (step < 0) return `::${step}`;
  return `${start === 0 ? '' : start}:${step === 1 ? '' : `:${step}`}`;
}

export const SHARING: Readonly<Record<Shown['sharing'], string>> = {
  memory: 'the memory itself',
  view: 'a view: the same memory',
  copy: 'a copy: memory of its own',
};

/** Returns how many cells of the copy differ from what it was made of. */
export function staleCells(state: ReshapeState): number {
  const { row } = arraysOf(state);
  const now = arraysOf({ ...state, copy: [] }).row?.tensor.toFlat() ?? [];
  return row?.tensor.toFlat().filter((value, k) => value !== now[k]).length ?? 0;
}

/** Returns where the cell that is pointed at lies: its index times the strides, added up. */
export function placeSums(state: ReshapeState): readonly Chain[] {
  const shown = arraysOf(state)[state.array];
  if (shown === undefined || shown.tensor.size === 0) return [];
  const { strides, offset } = shown.tensor;
  const place = shown.indexOf(state.cell);
  const products = place.map(
    (each, axis): Expression => ({ kind: 'product', factors: [number(each), number(strides[axis] ?? 0)] }),
  );
  const hops = core.multiply(place, strides);
  const start = offset === 0 ? [] : [number(offset)];
  const position = shown.positionOf(state.cell);
  const value = shown.tensor.toFlat()[state.cell] ?? Number.NaN;
  return [
    chain(
      scalar('position'),
      sum([...start, ...products]),
      sum([...start, ...hops.map((hop) => number(hop))]),
      number(position),
    ),
    chain(
      scalar(`${shown.sharing === 'copy' ? 'copy' : 'memory'}[${numberText(position)}]`),
      number(value, 'x'),
    ),
  ].filter((line) => line.length > 1);
}

export function reshapeTwin(state: ReshapeState): Twin {
  const arrays = arraysOf(state);
  const shown = ARRAY_NAMES.flatMap((name) => {
    const array = arrays[name];
    return array === undefined ? [] : [{ name, array }];
  });
  return {
    sentence: sentenceOf(state),
    head: ['Array', 'Shape', 'Strides, in elements', 'Starts at', 'Memory', 'Values in order'],
    rows: shown.map(({ name, array: { tensor, sharing } }) => [
      codeOf(state, name),
      shapeText(tensor.shape),
      shapeText(tensor.strides).replaceAll('-', '−'),
      numberText(tensor.offset),
      SHARING[sharing],
      tensor
        .toFlat()
        .map((value) => rounded(value))
        .join(' '),
    ]),
  };
}

function sentenceOf(state: ReshapeState): string {
  const { refusal, row, result } = arraysOf(state);
  const count = `${state.values.length} numbers lie in memory in one row.`;
  if (refusal)
    return `${count} ${shapeText(refusal.requested).replaceAll('-', '−')} does not hold ${refusal.size} numbers, so both libraries refuse it.`;
  if (row === undefined || result === undefined) return count;
  if (result.tensor.size === 0)
    return `${count} ${resultCode(state)} takes none of them: one of its axes has size 0.`;
  const views = `The grid and ${resultCode(state)} are views of them: an edit of a cell shows in every array that holds it.`;
  const last = codeOf(state, 'row');
  if (row.sharing === 'view') return `${count} ${views} ${last} is a view too.`;
  const stale = staleCells(state);
  const apart =
    stale === 0
      ? 'it still agrees with what it was made of'
      : `${stale} of its cells ${stale === 1 ? 'differs' : 'differ'} now from what ${stale === 1 ? 'it was' : 'they were'} made of`;
  return `${count} ${views} ${last} is a copy with memory of its own: ${apart}.`;
}
