import type { StepContext } from './step-context.ts';

/** `i = 0`: the loop variables around a step, or those that its own header has just set; undefined outside loops. */
export function iterationOf({ step, statement, before, program }: StepContext): string | undefined {
  const around = program.loops.filter(
    ({ body }) => body !== undefined && body[0] <= step.line && step.line <= body[1],
  );
  const headed = statement?.kind === 'for' ? [statement] : [];
  if (around.length + headed.length === 0) return undefined;
  const set = new Map(step.changed.map((variable) => [variable.name, variable]));
  if (headed.length > 0 && step.changed.length === 0) return 'no turn left';
  return [...around, ...headed]
    .flatMap(({ targets = [] }) => targets)
    .map((name) => `${name} = ${(set.get(name) ?? before.get(name)?.variable)?.str ?? '?'}`)
    .join(', ');
}
