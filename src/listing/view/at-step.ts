/** What a view shows for one step. Each is computed when it is asked for, for that step alone. */
import type { Variable } from '../../python/index.ts';
import { changedCells } from './cell-marks.ts';
import type { ListingView } from './listing-view.ts';
import { outcomeOf } from './outcome.ts';
import { sharedMemory } from './shared-memory.ts';
import type { State } from './state.ts';
import { isShown, stateOf, variableView } from './states.ts';
import type { ValueView } from './value-view.ts';

const NOTHING: Omit<State, 'step'> = { reads: [], work: [], writes: [], prints: '', broadcasts: [] };

/** Returns the execution state of a step; empty for a number that no step has. */
export function stateAt({ program }: ListingView, step: number): State {
  const context = program.at(step);
  return context === undefined ? { step, ...NOTHING } : stateOf(context);
}

/** Returns what a step did, in words for those who listen; empty where nothing was written or printed. */
export function outcomeAt(view: ListingView, step: number): string {
  return outcomeOf(stateAt(view, step));
}

/**
 * Returns every variable after a step: the module's, then those of the function that the step is in. Cells that it changed are
 * marked.
 */
export function variablesAt({ program }: ListingView, step: number): ValueView[] {
  const known = program.history.after(step);
  const { module, local } = known;
  const memoryOf = sharedMemory(known);
  const before = program.history.before(step);
  const marksOf = (variable: Variable, writer: number) =>
    writer === step ? changedCells(variable, before.get(variable.name)?.variable) : undefined;
  return [...module, ...local]
    .filter(({ variable }) => isShown(variable))
    .map(({ variable, line, step: writer }) =>
      variableView(variable, program, {
        line,
        step: writer,
        marks: marksOf(variable, writer),
        memory: memoryOf(variable),
      }),
    );
}

/** Returns the type of every variable after a step, as Python names it: `ndarray`, `Tensor`, `Linear`. */
export function typesAt({ program }: ListingView, step: number): ReadonlyMap<string, string> {
  const { module, local } = program.history.after(step);
  return new Map([...module, ...local].map(({ variable: { name, type } }) => [name, type]));
}

/** Returns the program's output in two parts: what has been printed when a step is over, and what comes later. */
export function consoleAt(view: ListingView, step: number): { printed: string; later: string } {
  const length = view.stops.find((stop) => stop.step === step)?.printed ?? 0;
  return { printed: view.stdout.slice(0, length), later: view.stdout.slice(length) };
}
