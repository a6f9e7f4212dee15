/** Executing statements that hold no others. */
import { assertNever } from '../assert-never.ts';
import { PyError, PyException, pyError, typeError } from '../objects/exceptions.ts';
import { PyType, type Value } from '../objects/object.ts';
import { getAttribute, setAttribute } from '../operations/attributes.ts';
import { inPlace } from '../operations/binary.ts';
import { call } from '../operations/call.ts';
import { getItem, setItem } from '../operations/items.ts';
import { isTrue } from '../operations/truth.ts';
import type { SimpleStatement } from '../parse/ast.ts';
import { annotateVariable } from './annotations.ts';
import { assign, remove } from './assign.ts';
import { define } from './definitions.ts';
import { evaluate } from './expressions.ts';
import { type Frame, readName, writeName } from './frame.ts';
import { executeImport, executeImportFrom } from './imports.ts';

/** How a statement ended. A return's value is kept in the frame; a `yield` is to go on later, see `pause.ts`. */
export type Completion = 'normal' | 'break' | 'continue' | 'return' | 'yield';

type Simple<Kind extends SimpleStatement['kind']> = SimpleStatement & { kind: Kind };

/** `given` is the value of the statement's `yield`, already resumed. Cases are single calls, as those of `evaluate` are. */
export function executeSimple(node: SimpleStatement, frame: Frame, given?: Value): Completion {
  switch (node.kind) {
    case 'expression':
      if (given === undefined) evaluate(node.value, frame);
      return 'normal';
    case 'assign':
      assignAll(node, given === undefined ? evaluate(node.value, frame) : given, frame);
      return 'normal';
    case 'annotate':
      if (node.value !== undefined)
        assign(node.target, given === undefined ? evaluate(node.value, frame) : given, frame);
      annotateVariable(node.target, node.annotation, frame);
      return 'normal';
    case 'update':
      update(node, frame, given);
      return 'normal';
    case 'delete':
      removeAll(node, frame);
      return 'normal';
    case 'pass':
    case 'global':
    case 'nonlocal':
      return 'normal';
    case 'break':
    case 'continue':
      return node.kind;
    case 'return':
      if (given !== undefined) frame.returned = given;
      else frame.returned = node.value === undefined ? null : evaluate(node.value, frame);
      return 'return';
    case 'raise':
      return raise(node, frame);
    case 'import':
      executeImport(node.names, frame);
      return 'normal';
    case 'import-from':
      executeImportFrom(node.module, node.names, frame);
      return 'normal';
    case 'assert':
      if (!isTrue(evaluate(node.test, frame))) failAssertion(node, frame);
      return 'normal';
    case 'function':
    case 'class':
      define(node, frame);
      return 'normal';
    default:
      return assertNever(node);
  }
}

/** `a = b = value`, from left to right. */
function assignAll({ targets }: Simple<'assign'>, value: Value, frame: Frame): void {
  for (const target of targets) assign(target, value, frame);
}

function removeAll({ targets }: Simple<'delete'>, frame: Frame): void {
  for (const target of targets) remove(target, frame);
}

function failAssertion(node: Simple<'assert'>, frame: Frame): never {
  const message = node.message === undefined ? [] : [evaluate(node.message, frame)];
  frame.at = node.test;
  throw pyError('AssertionError', ...message);
}

/** Evaluates the target's parts once, then reads, combines and writes. */
function update(node: Simple<'update'>, frame: Frame, given: Value | undefined): void {
  const { target } = node;
  switch (target.kind) {
    case 'name': {
      frame.at = target;
      const current = readName(frame, target.name);
      writeName(frame, target.name, updated(node, current, frame, given));
      return;
    }
    case 'attribute': {
      const object = evaluate(target.object, frame);
      frame.at = target;
      const result = updated(node, getAttribute(object, target.name), frame, given);
      setAttribute(object, target.name, result);
      return;
    }
    case 'subscript': {
      const object = evaluate(target.object, frame);
      const key = evaluate(target.key, frame);
      frame.at = target;
      const result = updated(node, getItem(object, key), frame, given);
      frame.at = target;
      setItem(object, key, result);
      return;
    }
    default:
      assertNever(target);
  }
}

/** Returns what `current OP= value` gives. */
function updated(node: Simple<'update'>, current: Value, frame: Frame, given: Value | undefined): Value {
  const operand = given === undefined ? evaluate(node.value, frame) : given;
  frame.at = node;
  return inPlace(node.operator, current, operand);
}

function raise(node: Simple<'raise'>, frame: Frame): never {
  if (node.exception === undefined) {
    const { handling } = frame.run;
    frame.at = node;
    if (handling === null) throw pyError('RuntimeError', 'No active exception to reraise');
    throw new PyError(handling);
  }
  const raised = evaluate(node.exception, frame);
  const cause = node.cause === undefined ? undefined : evaluate(node.cause, frame);
  frame.at = node;
  const exception = asException(raised, 'exceptions must derive from BaseException');
  if (cause !== undefined) {
    exception.cause =
      cause === null ? null : asException(cause, 'exception causes must derive from BaseException');
    exception.suppressContext = true;
  }
  exception.passed = undefined;
  throw new PyError(exception);
}

function asException(value: Value, message: string): PyException {
  const made = value instanceof PyType ? call(value) : value;
  if (made instanceof PyException) return made;
  throw typeError(message);
}
