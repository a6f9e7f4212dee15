/** Which variables look into the same memory. */
import type { Snapshot, Variable } from '../../python/index.ts';
import type { Known } from './variable-history.ts';

/** Returns a function that tells the names of the other variables which share a variable's memory. */
export function sharedMemory({
  module,
  local,
}: {
  readonly module: readonly Known[];
  readonly local: readonly Known[];
}): (variable: Variable) => string[] {
  const names = new Map<Snapshot['memory'], Set<string>>();
  for (const { variable } of [...module, ...local]) {
    const sharing = names.get(variable.memory) ?? new Set();
    names.set(variable.memory, sharing.add(variable.name));
  }
  return ({ name, memory }) =>
    memory === undefined ? [] : [...(names.get(memory) ?? [])].filter((other) => other !== name);
}
