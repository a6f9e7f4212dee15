/** Which variables look into the same memory. */
import type { Snapshot, Variable } from '../../python/index.ts';
import type { Known } from './variable-history.ts';

/** A memory that several variables look into. */
export interface SharedMemory {
  /** The first variable that had it: all that share it are marked with this name. */
  readonly owner: string;
  /** The names of all of them, the owner's first. */
  readonly names: readonly string[];
}

/** Returns a function that tells the memory which a variable shares with others, or undefined where it shares none. */
export function sharedMemory({
  module,
  local,
}: {
  readonly module: readonly Known[];
  readonly local: readonly Known[];
}): (variable: Variable) => SharedMemory | undefined {
  const namesOf = new Map<Snapshot['memory'], Set<string>>();
  for (const { variable } of [...module, ...local]) {
    const sharing = namesOf.get(variable.memory) ?? new Set();
    namesOf.set(variable.memory, sharing.add(variable.name));
  }
  return ({ memory }) => {
    const names = memory === undefined ? [] : [...(namesOf.get(memory) ?? [])];
    const [owner] = names;
    return owner === undefined || names.length < 2 ? undefined : { owner, names };
  };
}
