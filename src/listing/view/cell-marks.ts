/** Which cells of a value a step picked, changed or silenced. */
import type { Snapshot, Variable } from '../../python/index.ts';
import { numbersOf } from './numbers.ts';
import type { Evaluated, StepContext } from './step-context.ts';
import type { Mark } from './value-view.ts';

/** A mark, or none, for each cell in row-major order. */
export type Marks = readonly (Mark | undefined)[];

/** More cells than this are not drawn, so they need no marks. */
const MOST_CELLS = 4096;

/** Returns the cells that an index of this step picks out of a variable. */
export function activeCells(variable: Evaluated, context: StepContext): Marks | undefined {
  const pick = context.evaluated.find(
    ({ expression, inputs }) =>
      expression.kind === 'subscript' && inputs[0]?.expression.text === variable.expression.text,
  );
  const [rows, columns = 1] = variable.value.shape ?? [];
  if (pick === undefined || rows === undefined || rows * columns > MOST_CELLS) return undefined;
  const indices = pick.inputs.slice(1).map(({ value }) => Number(value.repr));
  const items = (pick.expression.name ?? '').slice(1, -1).split(', ');
  const wanted = items.map((item) => (item === ':' ? undefined : indices.shift()));
  const matches = (axis: number, place: number, length: number) => {
    const index = wanted[axis];
    return index === undefined || (index < 0 ? index + length : index) === place;
  };
  return Array.from({ length: rows * columns }, (_, k) =>
    matches(0, Math.floor(k / columns), rows) && matches(1, k % columns, columns) ? 'active' : undefined,
  );
}

/** Returns the cells that differ from the value before; undefined where the two cannot be compared cell by cell. */
export function changedCells(now: Variable, before: Variable | undefined): Marks | undefined {
  const [current, former] = [numbersOf(now), before && numbersOf(before)];
  if (current === undefined || former === undefined || String(now.shape) !== String(before?.shape))
    return undefined;
  return current.map((value, k) => (Object.is(value, former[k]) ? undefined : 'changed'));
}

/** Returns the cells that ReLU set to zero in a variable that holds its result. */
export function silencedIn({ repr }: Snapshot, { evaluated, before }: StepContext): Marks | undefined {
  const last = evaluated.at(-1);
  const isOwnFunction = last !== undefined && before.has(last.expression.function ?? '');
  return last === undefined || isOwnFunction || last.value.repr !== repr ? undefined : silencedCells(last);
}

/** Returns the cells that ReLU set to zero, where an expression calls it. */
export function silencedCells({ expression, inputs, value }: Evaluated): Marks | undefined {
  if (!/(?:^|\.)(?:relu|maximum)$/.test(expression.method ?? expression.function ?? '')) return undefined;
  const given = inputs.find((input) => String(input.value.shape) === String(value.shape));
  const [after, before] = [numbersOf(value), given && numbersOf(given.value)];
  return after?.map((number, k) => (number === before?.[k] ? undefined : 'silent'));
}
