import type { Frame } from '../evaluate/frame.ts';
import type { Value } from '../objects/object.ts';

/**
 * Returns a frame's own variables and those it closes over, as `frame.f_locals` has them. While a comprehension runs, its
 * variables are there too; in a module or a class body CPython then shows nothing else.
 */
export function* visibleVariables(frame: Frame, seen: Frame): Generator<[string, Value]> {
  const shown = new Set<string>();
  for (let inner = seen; inner !== frame && inner.outer !== undefined; inner = inner.outer)
    for (const [name, value] of inner.variables) {
      if (isHidden(name)) continue;
      shown.add(name);
      yield [name, value];
    }
  if (seen !== frame && frame.scope.kind !== 'function' && frame.name !== '<genexpr>') return;
  for (const [name, value] of frame.variables) if (!isHidden(name) && !shown.has(name)) yield [name, value];
  if (frame.scope.kind !== 'function' && frame.scope.kind !== 'comprehension') return;
  for (const name of frame.scope.freeNames()) {
    const binding = frame.scope.resolve(name);
    if (binding.kind !== 'outer' || isHidden(name)) continue;
    let owner: Frame | undefined = frame;
    for (let step = 0; step < binding.steps; step++) owner = owner?.outer;
    const value = owner?.variables.get(name);
    if (value !== undefined) yield [name, value];
  }
}

function isHidden(name: string): boolean {
  return name === '_' || name.startsWith('__');
}
