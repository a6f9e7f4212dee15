/** One activation of a function, class body or comprehension, and the module's own. */
import { type PyError, pyError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import type { Place } from '../parse/ast.ts';
import type { Scope } from '../scope/scope.ts';
import type { PyFunction } from './function.ts';
import type { Pause } from './pause.ts';
import type { Run } from './run.ts';

export class Frame {
  readonly run: Run;
  readonly scope: Scope;
  /** The frame that the code stands in, not the one that called. */
  readonly outer: Frame | undefined;
  readonly module: Frame;
  readonly variables = new Map<string, Value>();
  /** `<module>`, a function's name, `<lambda>`, `<genexpr>`; undefined for a comprehension, which CPython runs inline. */
  readonly name: string | undefined;
  /** The function that runs in it, for `super()`. */
  readonly function: PyFunction | undefined;
  /** Of a class body: the class's own qualified name. */
  readonly qualifiedName: string;
  /** Of a module: annotations are not evaluated, because the program says so. */
  postponesAnnotations = false;
  /** Where execution is. */
  at: Place = { line: 1, column: 1 };
  returned: Value = null;
  /** The frame that was running when this one was entered. */
  caller: Frame | undefined;
  /** Of a generator: where it stands. */
  pause: Pause | undefined;

  constructor(
    run: Run,
    scope: Scope,
    outer: Frame | undefined,
    name: string | undefined,
    owner?: PyFunction,
    qualifiedName = name ?? '',
  ) {
    this.run = run;
    this.scope = scope;
    this.outer = outer;
    this.module = outer?.module ?? this;
    this.name = name;
    this.function = owner;
    this.qualifiedName = qualifiedName;
  }

  /** The frame that a tracer sees: comprehensions have none of their own. */
  get visible(): Frame {
    let frame: Frame = this;
    while (frame.name === undefined && frame.outer !== undefined) frame = frame.outer;
    return frame;
  }
}

/** Reads a name; throws NameError or UnboundLocalError. */
export function readName(frame: Frame, name: string): Value {
  // Names of other scopes are never among a frame's own variables, so that most reads end here.
  const own = frame.variables.get(name);
  if (own !== undefined) return own;
  const binding = frame.scope.resolve(name);
  if (binding.kind === 'global') return readGlobal(frame, name);
  const owner = binding.kind === 'local' ? frame : outward(frame, binding.steps);
  const value = owner.variables.get(name);
  if (value !== undefined) return value;
  if (frame.scope.kind === 'class' && binding.kind === 'local') return readGlobal(frame, name);
  if (binding.kind === 'local')
    throw misspelt(
      pyError(
        'UnboundLocalError',
        `cannot access local variable '${name}' where it is not associated with a value`,
      ),
      frame,
      name,
    );
  throw pyError(
    'NameError',
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
  );
}

function readGlobal(frame: Frame, name: string): Value {
  const own = frame.module.variables.get(name);
  const value = own === undefined ? frame.run.builtins.get(name) : own;
  if (value !== undefined) return value;
  throw misspelt(pyError('NameError', `name '${name}' is not defined`), frame, name);
}

/** Keywords that CPython keeps among its built-in names too. */
const CONSTANTS = ['False', 'None', 'True'];

/** Gives a NameError the names in reach, for the "Did you mean" of its traceback. */
function misspelt(error: PyError, frame: Frame, name: string): PyError {
  error.exception.misspelling = {
    name,
    candidates: () => [
      ...frame.variables.keys(),
      ...frame.module.variables.keys(),
      ...frame.run.builtins.keys(),
      ...CONSTANTS,
    ],
  };
  return error;
}

function outward(frame: Frame, steps: number): Frame {
  let found = frame;
  for (let step = 0; step < steps; step++) found = found.outer ?? found;
  return found;
}

/** Returns the variables that an assignment to a name changes. */
export function variablesOf(frame: Frame, name: string): Map<string, Value> {
  if (frame.scope.kind === 'module') return frame.variables;
  const binding = frame.scope.resolve(name);
  if (binding.kind === 'local') return frame.variables;
  return binding.kind === 'global' ? frame.module.variables : outward(frame, binding.steps).variables;
}

export function writeName(frame: Frame, name: string, value: Value): void {
  variablesOf(frame, name).set(name, value);
}

/** `del name`. */
export function deleteName(frame: Frame, name: string): void {
  if (variablesOf(frame, name).delete(name)) return;
  const local = frame.scope.resolve(name).kind === 'local' && frame.scope.kind === 'function';
  throw local
    ? pyError(
        'UnboundLocalError',
        `cannot access local variable '${name}' where it is not associated with a value`,
      )
    : pyError('NameError', `name '${name}' is not defined`);
}
