/**
 * Every value that each variable has had, by frame. A trace holds only what each step changed; this answers what a name
 * meant before any step without a copy of all variables for each.
 */
import type { Variable } from '../../python/index.ts';
import type { TraceStep } from '../run/run.ts';

/** A value of a variable, and what wrote it. */
export interface Known {
  readonly variable: Variable;
  readonly line: number;
  /** The number of the step that wrote it. */
  readonly step: number;
}

/** A value that a variable had from the end of a step on; none where it was deleted. */
interface Change {
  readonly step: number;
  readonly known: Known | undefined;
}

/** One call of a function, or the module. */
class Frame {
  readonly changes = new Map<string, Change[]>();

  /** Returns the value of a variable before a step; `deleted` and never written are undefined alike. */
  before(name: string, step: number): Known | undefined {
    const changes = this.changes.get(name) ?? [];
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.step ?? step) < step) low = middle + 1;
      else high = middle;
    }
    return changes[low - 1]?.known;
  }

  add(name: string, change: Change): void {
    const changes = this.changes.get(name);
    if (changes === undefined) this.changes.set(name, [change]);
    else changes.push(change);
  }
}

/** The variables that a step can read: those of its own frame, then those of the module. */
export interface VariablesBefore {
  /** The latest value, or undefined. */
  readonly get: (name: string) => Known | undefined;
  readonly has: (name: string) => boolean;
  /** The latest value in the step's own frame alone. */
  readonly getLocal: (name: string) => Known | undefined;
}

export class VariableHistory {
  readonly #module = new Frame();
  readonly #frames: readonly Frame[];

  constructor(steps: readonly TraceStep[]) {
    this.#frames = framesOf(steps, this.#module);
  }

  before(step: number): VariablesBefore {
    const frame = this.#frames[step] ?? this.#module;
    const getLocal = (name: string) => frame.before(name, step);
    const get = (name: string) => getLocal(name) ?? this.#module.before(name, step);
    return { get, getLocal, has: (name) => get(name) !== undefined };
  }

  /** Returns every variable after a step, module first, in the order of their first values. */
  after(step: number): { readonly module: readonly Known[]; readonly local: readonly Known[] } {
    const frame = this.#frames[step] ?? this.#module;
    const latest = ({ changes }: Frame, of: Frame) =>
      [...changes.keys()].flatMap((name) => of.before(name, step + 1) ?? []);
    return {
      module: latest(this.#module, this.#module),
      local: frame === this.#module ? [] : latest(frame, frame),
    };
  }
}

/** Returns the frame of each step. A deeper step opens a frame; one that follows a return at its own depth does as well. */
function framesOf(steps: readonly TraceStep[], module: Frame): Frame[] {
  const open: { frame: Frame; returned: boolean }[] = [{ frame: module, returned: false }];
  let depth = 0;
  return steps.map((step, index) => {
    const { line, changed, moved = [], deleted = [], returned } = step;
    const current = open[step.depth];
    const isNew = step.depth > depth || current === undefined || current.returned;
    const entry = isNew && step.depth > 0 ? { frame: new Frame(), returned: false } : (current ?? open[0]);
    if (entry === undefined) return module;
    open[step.depth] = entry;
    open.length = step.depth + 1;
    depth = step.depth;
    for (const variable of [...changed, ...moved])
      entry.frame.add(variable.name, { step: index, known: { variable, line, step: index } });
    for (const name of deleted) entry.frame.add(name, { step: index, known: undefined });
    entry.returned = returned !== undefined && step.depth > 0;
    return entry.frame;
  });
}
