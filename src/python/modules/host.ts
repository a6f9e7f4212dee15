/** What a module that a program imports and the run it belongs to know of each other. */
import type { PyModule } from '../objects/module.ts';
import type { Value } from '../objects/object.ts';
import type { WarningFilters } from '../warning-filters.ts';
import type { FigureData } from './matplotlib/figure-data.ts';

/** What a module may ask of its run. */
export type Host = {
  /** Writes to standard output, as `print` does. */
  readonly write: (text: string) => void;
  /** The module of that dotted name, made on its first import; undefined where there is none. */
  readonly importModule: (name: string) => PyModule | undefined;
  /** Shows a warning, which Python writes to standard error: its category (`RuntimeWarning`) and its text. */
  readonly warn: (category: string, message: string) => void;
  /** What the program wants done with warnings. */
  readonly warningFilters: WarningFilters;
  /** A seed for a generator that the program does not seed itself: the seed of the run, then each time the next integer. */
  readonly runSeed: () => bigint;
  /** Adds a figure to the result of the run; its data is read when the run is over. */
  readonly addFigure: (data: () => FigureData) => void;
  /**
   * Runs a text with these global names and gives the value of its last line, where that is an expression; else None.
   * Raises what the text raises.
   */
  readonly valueOfText: (text: string, names: Iterable<readonly [name: string, value: Value]>) => Value;
  /** What `body` prints, which is then not part of the program's output. */
  readonly printedWhile: (body: () => void) => string;
  /** How many chunks the page has fetched: a number that changes when a library may have got more members. */
  readonly fetchedCount: () => number;
};

/** Makes a module anew for each run, so that no state outlives a program. */
export type ModuleFactory = (host: Host) => PyModule;

/** Modules by dotted name. A submodule is also a member of its parent, which the parent's factory sees to. */
export type Modules = ReadonlyMap<string, ModuleFactory>;

/** Returns those of the submodules `names` of `parent` whose chunks have been fetched, as members of `parent`. */
export function submodulesOf(
  parent: string,
  names: readonly string[],
  { importModule }: Host,
): (readonly [string, Value])[] {
  return names.flatMap((name): (readonly [string, Value])[] => {
    const made = importModule(`${parent}.${name}`);
    return made === undefined ? [] : [[name, made]];
  });
}
