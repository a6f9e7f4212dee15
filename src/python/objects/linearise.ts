/** Python's method resolution order: the C3 linearisation of a class and its bases. */

/** Returned order starts with `type`; throws `InconsistentBases` where no order keeps every base's own. */
export function linearise<T>(type: T, bases: readonly T[], orderOf: (base: T) => readonly T[]): readonly T[] {
  const queues = [...bases.map((base) => [...orderOf(base)]), [...bases]];
  const order: T[] = [type];
  for (;;) {
    const open = queues.filter((queue) => queue.length > 0);
    if (open.length === 0) return order;
    const next = open
      .map((queue) => queue[0])
      .find((head) => open.every((queue) => queue.indexOf(head as T) <= 0));
    if (next === undefined) throw new InconsistentBases();
    order.push(next);
    for (const queue of open) if (queue[0] === next) queue.shift();
  }
}

export class InconsistentBases extends Error {
  override readonly name = 'InconsistentBases';
}
