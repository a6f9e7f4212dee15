/** The context needed to explain one executed statement: its expressions, their values, and what its names meant. */

import type { Hue } from '../../explain/index.ts';
import type { ExpressionText, Snapshot, StatementText } from '../../python/index.ts';
import type { Trace, TraceStep } from '../run/run.ts';
import type { ListingSource } from '../source/listing-source.ts';
import { type Known, VariableHistory, type VariablesBefore } from './variable-history.ts';

/** An expression as it was evaluated in one step. */
export interface Evaluated {
  readonly number: number;
  readonly expression: ExpressionText;
  readonly value: Snapshot;
  /** Its operands, in order; one that was not evaluated is left out. */
  readonly inputs: readonly Evaluated[];
}

export type Axes = ReadonlyMap<string, readonly string[]>;
export type Hues = ReadonlyMap<string, Hue>;

export interface StepContext {
  readonly index: number;
  readonly step: TraceStep;
  readonly statement: StatementText | undefined;
  /** In the order of evaluation. */
  readonly evaluated: readonly Evaluated[];
  readonly before: VariablesBefore;
  readonly axes: Axes;
  readonly hues: Hues;
  readonly program: ProgramContext;
}

/** What the contexts of all steps of a run share. */
export class ProgramContext {
  readonly trace: Trace;
  readonly axes: Axes;
  readonly hues: Hues;
  readonly history: VariableHistory;
  /** By the first line of each statement. */
  readonly statements: ReadonlyMap<number, StatementText>;
  /** Loops over a `for`, whose variables name an iteration. */
  readonly loops: readonly StatementText[];
  /** The functions and classes that the program defines. */
  readonly definitions: ReadonlySet<string>;

  constructor(trace: Trace, { axes, hues }: Pick<ListingSource, 'axes' | 'hues'>, text: string) {
    this.trace = trace;
    this.axes = new Map(axes);
    this.hues = new Map(hues);
    this.history = new VariableHistory(trace.steps);
    this.statements = new Map(trace.statements.map((statement) => [statement.line, statement]));
    this.loops = trace.statements.filter(({ kind, body }) => kind === 'for' && body !== undefined);
    this.definitions = definitionsIn(trace, text);
  }

  /** Returns the context of a step, or undefined for a number that no step has. */
  at(index: number): StepContext | undefined {
    const { trace, axes, hues } = this;
    const step = trace.steps[index];
    if (step === undefined) return undefined;
    const evaluated = evaluatedIn(trace, step);
    const statement = this.statements.get(step.line);
    return {
      index,
      step,
      statement,
      evaluated,
      before: this.history.before(index),
      axes,
      hues,
      program: this,
    };
  }
}

const DEFINITION = /^\s*(?:async\s+)?(?:def|class)\s+([^\W\d]\w*)/u;

/** The names that `def` and `class` statements give, wherever they stand, and those of functions that ran. */
function definitionsIn({ statements, steps }: Trace, text: string): Set<string> {
  const lines = text.split('\n');
  const defined = statements
    .filter(({ kind }) => kind === 'functiondef' || kind === 'classdef')
    .flatMap(({ line, end }) =>
      lines.slice(line - 1, end).flatMap((code) => DEFINITION.exec(code)?.[1] ?? []),
    );
  return new Set([...defined, ...steps.map(({ func }) => func)]);
}

function evaluatedIn(trace: Trace, step: TraceStep): Evaluated[] {
  const known = new Map<number, Evaluated>();
  return (step.values ?? []).flatMap(([number, value]) => {
    const expression = trace.expressions[number];
    if (expression === undefined) return [];
    const inputs = expression.inputs.flatMap((input) => known.get(input) ?? []);
    const evaluated = { number, expression, value, inputs };
    known.set(number, evaluated);
    return [evaluated];
  });
}

/** What wrote the value that a name had in a step, as far as it is known. */
export type Writer = Pick<Known, 'line' | 'step'> & {
  /** `argument`: the call in that step handed it to the function. */
  readonly by: 'statement' | 'argument';
};

/**
 * Returns the writer of a name that a step read. A function's parameters are in no step's changes: a name of the module counts
 * only where it had the value that was read, and otherwise the call gave it.
 */
export function writerOf(name: string, value: Snapshot, context: StepContext): Writer | undefined {
  const { step, before } = context;
  const known = before.getLocal(name) ?? before.get(name);
  const isOwn = step.depth === 0 || before.getLocal(name) !== undefined || name.includes('.');
  if (known !== undefined && (isOwn || known.variable.repr === value.repr))
    return { line: known.line, step: known.step, by: 'statement' };
  const caller = step.depth > 0 ? callerOf(context) : undefined;
  return caller && { line: caller.step.line, step: caller.index, by: 'argument' };
}

/** Returns the step that called the function which a step is in. */
function callerOf({ index, step, program }: StepContext): StepContext | undefined {
  const at = program.trace.steps.findLastIndex(({ depth }, k) => k < index && depth < step.depth);
  return program.at(at);
}

/** Returns the hue of a value: that of its variable, kept by whatever only moves or picks its numbers. */
export function hueOf(
  { expression, inputs }: Evaluated,
  context: Pick<StepContext, 'hues'>,
): Hue | undefined {
  const own = context.hues.get(expression.text);
  const [first] = inputs;
  if (own !== undefined || first === undefined) return own;
  const moves =
    expression.kind === 'subscript' ||
    (expression.kind === 'attribute' && expression.name === 'T') ||
    (expression.kind === 'call' && MOVES.has(expression.method ?? ''));
  return moves ? hueOf(first, context) : undefined;
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
