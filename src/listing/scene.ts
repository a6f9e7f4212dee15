/** One step of a program with everything at hand that explains it: expressions, their values, the names' meanings. */
import type { Hue } from '../matrix/index.ts';
import type { Notes } from './notes-file.ts';
import type { Expression, Snapshot, Statement, Step, Trace, Variable } from './trace.ts';

/** An expression as it was evaluated in one step. */
export interface Evaluated {
  readonly number: number;
  readonly expression: Expression;
  readonly value: Snapshot;
  /** Its operands, in order; one that was not evaluated is left out. */
  readonly inputs: readonly Evaluated[];
}

export interface Scene {
  readonly trace: Trace;
  readonly notes: Pick<Notes, 'axes' | 'hues'>;
  readonly index: number;
  readonly step: Step;
  readonly statement: Statement | undefined;
  /** In the order of evaluation. */
  readonly evaluated: readonly Evaluated[];
  /** The variables of the step's frame before it, and of the module, with the line that wrote each. */
  readonly before: ReadonlyMap<string, Known>;
}

export interface Known {
  readonly variable: Variable;
  readonly line: number;
  /** The step that wrote it. */
  readonly step: number;
}

/** A scene for each step, in order. */
export function scenesOf(trace: Trace, notes: Pick<Notes, 'axes' | 'hues'>): Scene[] {
  const statements = new Map(trace.statements.map((statement) => [statement.line, statement]));
  const frames: Map<string, Known>[] = [];
  let depth = -1;
  return trace.steps.map((step, index) => {
    // A deeper step opens a frame of its own; a shallower one closes those of the calls that have returned.
    if (step.depth > depth) frames[step.depth] = new Map();
    frames.length = step.depth + 1;
    depth = step.depth;
    const frame = frames[step.depth] ?? new Map<string, Known>();
    const before = new Map([...(frames[0] ?? []), ...frame]);
    for (const variable of step.changed) frame.set(variable.name, { variable, line: step.line, step: index });
    return {
      trace,
      notes,
      index,
      step,
      statement: statements.get(step.line),
      evaluated: evaluatedIn(trace, step),
      before,
    };
  });
}

function evaluatedIn(trace: Trace, step: Step): Evaluated[] {
  const known = new Map<number, Evaluated>();
  const evaluated: Evaluated[] = [];
  for (const [number, value] of step.values ?? []) {
    const expression = trace.expressions[number];
    if (expression === undefined) continue;
    const inputs = expression.inputs.flatMap((input) => known.get(input) ?? []);
    const one = { number, expression, value, inputs };
    known.set(number, one);
    evaluated.push(one);
  }
  return evaluated;
}

/** The hue of a value: that of its variable, kept by whatever only moves or picks its numbers. */
export function hueOf(
  { expression, inputs }: Evaluated,
  hues: Readonly<Record<string, Hue>>,
): Hue | undefined {
  const own = hues[expression.text];
  const [first] = inputs;
  if (own !== undefined || first === undefined) return own;
  const moves =
    expression.kind === 'subscript' ||
    (expression.kind === 'attribute' && expression.name === 'T') ||
    (expression.kind === 'call' && MOVES.has(expression.method ?? ''));
  return moves ? hueOf(first, hues) : undefined;
}

const MOVES = new Set([
  'reshape',
  'view',
  'copy',
  'unsqueeze',
  'squeeze',
  'detach',
  'requires_grad_',
  'item',
  'clone',
]);
