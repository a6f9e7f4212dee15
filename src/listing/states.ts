/** The execution state of one step: what it reads, how it computes, what it writes and prints. */

import { axesOf } from './axis-names.ts';
import { numbersOf } from './numbers.ts';
import { type Evaluated, hueOf, type Scene } from './scene.ts';
import type { Snapshot, Variable } from './trace.ts';
import type { Mark, ValueView } from './value-view.ts';
import { valueView } from './value-view.ts';
import { type Work, workOf } from './work.ts';

export interface State {
  /** Its place among the program's steps. */
  readonly step: number;
  readonly reads: readonly ValueView[];
  readonly work: readonly Work[];
  readonly writes: readonly ValueView[];
  /** Exactly what Python prints. */
  readonly prints: string;
  readonly raises?: string;
  /** The turn of the loop it belongs to: `i = 1`; a header that finds nothing left says so. */
  readonly turn?: string;
  /** For each name that it read, the line that wrote it. */
  readonly from: Readonly<Record<string, number>>;
}

export function stateOf(scene: Scene): State {
  const { step } = scene;
  const turn = turnOf(scene);
  const raises = step.raised;
  return {
    step: scene.index,
    reads: readsOf(scene),
    work: workOf(scene),
    writes: writesOf(scene),
    prints: step.out ?? '',
    from: originsOf(scene),
    ...(raises !== undefined && { raises }),
    ...(turn !== undefined && { turn }),
  };
}

/** Functions and modules are named by the reference; a layer is shown by its parameters. */
const NOT_SHOWN = new Set(['function', 'module', 'type', 'builtin_function_or_method']);

function isShown({ type, repr }: Snapshot): boolean {
  return !NOT_SHOWN.has(type) && !(repr ?? '').startsWith('<function') && type !== 'Linear';
}

function readsOf(scene: Scene): ValueView[] {
  const names = scene.evaluated.filter(({ expression }) => expression.kind === 'name');
  const first = new Map(names.toReversed().map((one) => [one.expression.text, one]));
  const own = [...first.values()].toReversed().filter(({ value }) => isShown(value));
  const shown = own.map((one) => view(one, scene, activeCells(one, scene)));
  return [...shown, ...calledLayers(scene)];
}

function view(one: Evaluated, scene: Scene, marks?: readonly (Mark | undefined)[]): ValueView {
  const name = one.expression.text;
  return valueView(name, one.value, {
    axes: axesOf(one, scene.notes.axes),
    hue: hueOf(one, scene.notes.hues),
    line: one.expression.kind === 'name' ? scene.before.get(name)?.line : undefined,
    variable: one.expression.kind === 'name',
    marks,
  });
}

function variableView(variable: Variable, scene: Scene, marks?: readonly (Mark | undefined)[]): ValueView {
  const { axes, hues } = scene.notes;
  return valueView(variable.name, variable, {
    axes: fitting(axes[variable.name], variable),
    hue: hues[variable.name],
    variable: true,
    marks,
  });
}

function fitting(axes: readonly string[] | undefined, { shape = [] }: Snapshot) {
  return axes?.length === shape.length ? axes : undefined;
}

/** The parameters of the layers that a step calls, and those that it looks into. */
function calledLayers(scene: Scene): ValueView[] {
  const names = scene.evaluated.flatMap(({ expression }) => {
    const called = expression.kind === 'call' ? expression.function : undefined;
    if (called !== undefined) return [`${called}.weight`, `${called}.bias`];
    return expression.kind === 'attribute' ? expression.text : [];
  });
  return [...new Set(names)].flatMap((name) => {
    const known = scene.before.get(name);
    return known === undefined ? [] : [{ ...variableView(known.variable, scene), line: known.line }];
  });
}

/** The cells that an index of this step picks out of a variable. */
function activeCells(one: Evaluated, scene: Scene): (Mark | undefined)[] | undefined {
  const pick = scene.evaluated.find(
    ({ expression, inputs }) =>
      expression.kind === 'subscript' && inputs[0]?.expression.text === one.expression.text,
  );
  const [rows, columns = 1] = one.value.shape ?? [];
  if (pick === undefined || rows === undefined) return undefined;
  const indices = pick.inputs.slice(1).map(({ value }) => Number(value.repr));
  const items = (pick.expression.name ?? '').slice(1, -1).split(', ');
  const wanted = items.map((item) => (item === ':' ? undefined : indices.shift()));
  const matches = (axis: number, place: number, length: number) => {
    const at = wanted[axis];
    return at === undefined || (at < 0 ? at + length : at) === place;
  };
  return Array.from({ length: rows * columns }, (_, k) =>
    matches(0, Math.floor(k / columns), rows) && matches(1, k % columns, columns) ? 'active' : undefined,
  );
}

/** Variables that the step wrote, or changed through another name, and results that it hands on without a name. */
function writesOf(scene: Scene): ValueView[] {
  const { step, statement, before } = scene;
  const targets = new Set(statement?.targets ?? []);
  const written = step.changed.filter(
    (variable) =>
      isShown(variable) &&
      (targets.has(variable.name) || before.has(variable.name) || variable.name.includes('.')),
  );
  const variables = written.map((variable) =>
    variableView(
      variable,
      scene,
      changedCells(variable, before.get(variable.name)?.variable) ?? silencedIn(variable, scene),
    ),
  );
  return [...variables, ...unnamedResults(scene)];
}

function changedCells(now: Variable, before: Variable | undefined): (Mark | undefined)[] | undefined {
  const [new_, old] = [numbersOf(now), before && numbersOf(before)];
  if (new_ === undefined || old === undefined || String(now.shape) !== String(before?.shape))
    return undefined;
  return new_.map((value, k) => (Object.is(value, old[k]) ? undefined : 'changed'));
}

/** What is printed or returned without having a name, and cells that ReLU put to zero. */
function unnamedResults(scene: Scene): ValueView[] {
  const { statement, evaluated, step } = scene;
  const last = evaluated.at(-1);
  if (last === undefined || step.raised !== undefined) return [];
  if (statement?.kind === 'return') return [{ ...view(last, scene, silenced(last)), name: 'returned' }];
  if (statement?.kind !== 'expr') return [];
  const handed = last.expression.function === 'print' ? last.inputs : [last];
  return handed
    .filter(
      ({ expression, value }) =>
        !['name', 'literal', 'text'].includes(expression.kind) && value.type !== 'NoneType',
    )
    .filter(({ expression }) => !step.changed.some(({ name }) => expression.text.startsWith(`${name}.`)))
    .map((one) => view(one, scene, silenced(one)));
}

/** A variable that is what ReLU gave. */
function silencedIn({ repr }: Variable, { evaluated, before }: Scene): (Mark | undefined)[] | undefined {
  const last = evaluated.at(-1);
  const own = last === undefined || before.has(last.expression.function ?? '');
  return own || last.value.repr !== repr ? undefined : silenced(last);
}

function silenced(one: Evaluated): (Mark | undefined)[] | undefined {
  const { expression, inputs, value } = one;
  if (!/(?:^|\.)(?:relu|maximum)$/.test(expression.method ?? expression.function ?? '')) return undefined;
  const given = inputs.find((input) => String(input.value.shape) === String(value.shape));
  const [after, before] = [numbersOf(value), given && numbersOf(given.value)];
  return after?.map((number, k) => (number === before?.[k] ? undefined : 'silent'));
}

/** Which line wrote each name that the step read. */
function originsOf(scene: Scene): Record<string, number> {
  const names = scene.evaluated.filter(({ expression }) => expression.kind === 'name');
  return Object.fromEntries(
    names.flatMap(({ expression }) => {
      const line = scene.before.get(expression.text)?.line;
      return line === undefined ? [] : [[expression.text, line]];
    }),
  );
}

/** `i = 0`: the loop variables around a step, or those that its own header has just set. */
function turnOf(scene: Scene): string | undefined {
  const { trace, step, statement, before } = scene;
  const around = trace.statements.filter(
    ({ kind, body }) => kind === 'for' && body !== undefined && body[0] <= step.line && step.line <= body[1],
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
