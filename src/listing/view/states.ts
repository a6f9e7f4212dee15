/** The execution state of one step: what it reads, how it computes, what it writes and prints. */
import type { Snapshot, Variable } from '../../python/index.ts';
import { axesOf } from './axis-names.ts';
import { broadcastsOf } from './broadcasts.ts';
import { activeCells, changedCells, type Marks, silencedCells, silencedIn } from './cell-marks.ts';
import { iterationOf } from './iteration.ts';
import { type SharedMemory, sharedMemory } from './shared-memory.ts';
import type { State } from './state.ts';
import { type Evaluated, hueOf, type StepContext, writerOf } from './step-context.ts';
import { type ValueView, valueView } from './value-view.ts';
import { workOf } from './work.ts';

export function stateOf(context: StepContext): State {
  const { index, step } = context;
  const iteration = iterationOf(context);
  return {
    step: index,
    ...(iteration !== undefined && { iteration }),
    reads: readsOf(context),
    work: workOf(context),
    writes: writesOf(context),
    prints: step.out ?? '',
    ...(step.raised !== undefined && { raises: step.raised }),
    broadcasts: broadcastsOf(context),
  };
}

/** Returns whether a step has anything to show, without working out what. */
export function hasState({ step, evaluated }: StepContext): boolean {
  return step.out !== undefined || step.changed.some(isShown) || evaluated.length > 0;
}

/** Returns whether a state shows anything besides that its line ran. */
export function saysSomething({ reads, writes, prints }: State): boolean {
  return reads.length + writes.length > 0 || prints !== '';
}

/** Functions and modules are named by the reference; a layer is shown by its parameters. */
const NOT_SHOWN = new Set(['function', 'module', 'type', 'builtin_function_or_method', 'Linear']);

/** Returns whether a value is drawn beside the code. */
export function isShown({ type, repr }: Snapshot): boolean {
  return !NOT_SHOWN.has(type) && !(repr ?? '').startsWith('<function');
}

/** The names that a step read, each as it first was. */
export function namesRead({ evaluated }: StepContext): Evaluated[] {
  const first = new Map<string, Evaluated>();
  for (const one of evaluated)
    if (one.expression.kind === 'name' && !first.has(one.expression.text))
      first.set(one.expression.text, one);
  return [...first.values()];
}

function readsOf(context: StepContext): ValueView[] {
  const shown = namesRead(context).filter(({ value }) => isShown(value));
  return [
    ...shown.map((name) => evaluatedView(name, context, activeCells(name, context))),
    ...layerParts(context).map(({ variable, line, step }) => variableView(variable, context, { line, step })),
  ];
}

/** Returns the value of an expression at a step. */
function evaluatedView(evaluated: Evaluated, context: StepContext, marks?: Marks): ValueView {
  const { expression, value } = evaluated;
  const isVariable = expression.kind === 'name';
  const writer = isVariable ? writerOf(expression.text, value, context) : undefined;
  return valueView(expression.text, value, {
    axes: axesOf(evaluated, context.axes),
    hue: hueOf(evaluated, context),
    line: writer?.line,
    step: isVariable ? writer?.step : context.index,
    variable: isVariable,
    marks,
  });
}

type WrittenAt = {
  readonly step: number;
  readonly line?: number;
  readonly marks?: Marks | undefined;
  readonly memory?: SharedMemory | undefined;
};

/** Returns a variable as it is in all variables, or after a step that wrote it. */
export function variableView(
  variable: Variable,
  { axes, hues }: Pick<StepContext, 'axes' | 'hues'>,
  { step, line, marks, memory }: WrittenAt,
): ValueView {
  const names = axes.get(variable.name);
  return valueView(variable.name, variable, {
    axes: names?.length === (variable.shape ?? []).length ? names : undefined,
    hue: hues.get(variable.name),
    step,
    line,
    variable: true,
    marks,
    memory,
  });
}

/** Returns the parameters of the layers that a step calls, and those that it looks into. */
export function layerParts({ evaluated, before }: StepContext) {
  const names = evaluated.flatMap(({ expression }) => {
    const called = expression.kind === 'call' ? expression.function : undefined;
    if (called !== undefined) return [`${called}.weight`, `${called}.bias`];
    return expression.kind === 'attribute' ? expression.text : [];
  });
  return [...new Set(names)].flatMap((name) => before.get(name) ?? []);
}

/** Variables that the step wrote, or changed through another name, and results that it hands on without a name. */
function writesOf(context: StepContext): ValueView[] {
  const { index, step, statement, before } = context;
  const targets = new Set(statement?.targets ?? []);
  const moved = (step.moved ?? []).filter(({ name }) => targets.has(name));
  const written = [...step.changed, ...moved].filter(
    (variable) =>
      isShown(variable) &&
      (targets.has(variable.name) || before.has(variable.name) || variable.name.includes('.')),
  );
  const memoryOf = sharedMemory(context.program.history.after(index));
  const variables = written.map((variable) => {
    const marks =
      changedCells(variable, before.get(variable.name)?.variable) ?? silencedIn(variable, context);
    return variableView(variable, context, { step: index, marks, memory: memoryOf(variable) });
  });
  return [...variables, ...unnamedResults(context)];
}

/** Returns what is printed or returned without having a name, and cells that ReLU put to zero. */
function unnamedResults(context: StepContext): ValueView[] {
  const { statement, evaluated, step } = context;
  const last = evaluated.at(-1);
  if (last === undefined || step.raised !== undefined) return [];
  if (statement?.kind === 'return')
    return [{ ...evaluatedView(last, context, silencedCells(last)), name: 'returned' }];
  if (statement?.kind !== 'expr') return [];
  const handed = last.expression.function === 'print' ? last.inputs : [last];
  return handed
    .filter(
      ({ expression, value }) =>
        !['name', 'literal', 'text'].includes(expression.kind) && value.type !== 'NoneType',
    )
    .filter(({ expression }) => !step.changed.some(({ name }) => expression.text.startsWith(`${name}.`)))
    .map((result) => evaluatedView(result, context, silencedCells(result)));
}
