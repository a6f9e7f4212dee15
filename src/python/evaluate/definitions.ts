/** `def`, `lambda` and `class`. */
import { abstractMeta } from '../objects/abstract.ts';
import { PyConstant } from '../objects/collections.ts';
import { PyClassMethod, PyProperty, PyStaticMethod } from '../objects/descriptors.ts';
import { typeError } from '../objects/exceptions.ts';
import { type Keywords, objectType, PyInstance, PyType, typeType, type Value } from '../objects/object.ts';
import { intType, strType, typeName } from '../objects/types.ts';
import { call, callSpecial } from '../operations/call.ts';
import type { ClassDefinition, FunctionDefinition, Lambda } from '../parse/ast.ts';
import { refuse } from '../refusal.ts';
import { annotateFunction } from './annotations.ts';
import { evaluateArguments } from './calls.ts';
import { finish, noteException } from './exit.ts';
import { evaluate } from './expressions.ts';
import { execute } from './flow.ts';
import { Frame, writeName } from './frame.ts';
import { PyFunction } from './function.ts';

export function makeFunction(node: FunctionDefinition | Lambda, frame: Frame): PyFunction {
  const name = node.kind === 'lambda' ? '<lambda>' : node.name;
  const made = new PyFunction(node, frame.scope.scopeOf(node), frame, qualified(name, frame));
  if (node.kind === 'function') annotateFunction(made, node, frame);
  return made;
}

/** `Unit.__init__`, `outer.<locals>.inner`. */
function qualified(name: string, frame: Frame): string {
  const owner = frame.visible;
  if (owner.scope.kind === 'module' || owner.scope.declared.get(name)?.kind === 'global') return name;
  const prefix =
    owner.scope.kind === 'class'
      ? owner.qualifiedName
      : `${owner.function?.qualifiedName ?? owner.name}.<locals>`;
  return `${prefix}.${name}`;
}

/** Decorators are evaluated first, top to bottom, and applied last, bottom to top. */
export function define(node: FunctionDefinition | ClassDefinition, frame: Frame): void {
  const { observer } = frame.run;
  const decorators = node.decorators.map((decorator) => {
    observer?.line(frame, decorator.line);
    return evaluate(decorator, frame);
  });
  observer?.line(frame, node.line);
  frame.at = node;
  let value: Value = node.kind === 'function' ? makeFunction(node, frame) : makeClass(node, frame);
  for (const [index, decorator] of [...decorators.entries()].reverse()) {
    frame.at = node.decorators[index] ?? node;
    observer?.line(frame, frame.at.line);
    value = call(decorator, [value]);
  }
  observer?.line(frame, node.line);
  writeName(frame, node.boundName ?? node.name, value);
}

/** What the body of a class whose methods call `super()` returns to CPython: the cell that is to hold the class. */
const CLASS_CELL = new PyConstant('<cell at 0x0: empty>', new PyType({ name: 'cell' }));

function makeClass(node: ClassDefinition, frame: Frame): PyType {
  const { args, keywords } = evaluateArguments(node.bases, frame, node.name);
  const bases = args.length === 0 ? [objectType] : args.map((base) => asBase(base, node, args));
  const name = qualified(node.name, frame);
  const body = new Frame(frame.run, frame.scope.scopeOf(node), frame, node.name, undefined, name);
  runBody(node, body);
  const type = new PyType({
    name: node.name,
    qualifiedName: name,
    module: '__main__',
    bases,
    mutable: true,
    subclassable: true,
    ...metatypeOf(keywords, node),
  });
  fillClass(type, node, body);
  frame.at = node;
  nameDescriptors(type, body);
  announce(type, keywords);
  return type.derive?.(type) ?? type;
}

/** `metaclass=` of a class statement: only that of abstract classes is offered. */
function metatypeOf(keywords: Keywords, node: ClassDefinition): { metatype?: PyType } {
  const meta = keywords.get('metaclass');
  if (meta === undefined || meta === typeType) return {};
  if (meta === abstractMeta) return { metatype: abstractMeta };
  return refuse('a metaclass', node.line, node.column);
}

/** Tells the values of a class body that have `__set_name__` what they are called there. */
function nameDescriptors(type: PyType, body: Frame): void {
  for (const [name, value] of body.variables)
    if (value instanceof PyInstance) callSpecial(value, '__set_name__', type, name);
}

/** Calls `__init_subclass__` of the nearest base with the keywords of the class statement. */
function announce(type: PyType, keywords: Keywords): void {
  const given = new Map([...keywords].filter(([name]) => name !== 'metaclass'));
  const hook = type.mro
    .slice(1)
    .map((base) => base.members.get('__init_subclass__'))
    .find((each) => each !== undefined);
  if (hook !== undefined) call(hook instanceof PyClassMethod ? hook.function : hook, [type], given);
  else if (given.size > 0) throw typeError(`${type.name}.__init_subclass__() takes no keyword arguments`);
}

/** Plain types that a class may extend beside an enumeration. */
const MIXED_IN: ReadonlySet<PyType> = new Set([intType, strType]);

function asBase(base: Value, node: ClassDefinition, bases: readonly Value[]): PyType {
  if (!(base instanceof PyType)) throw typeError(`a class cannot have a ${typeName(base)} as its base`);
  const isMixedIn =
    MIXED_IN.has(base) && bases.some((each) => each instanceof PyType && each.derive !== undefined);
  if (!base.subclassable && !isMixedIn) {
    if (base.name === 'bool') throw typeError("type 'bool' is not an acceptable base type");
    refuse(`a class that extends ${base.name}`, node.line, node.column);
  }
  return base;
}

/** A class body runs in a frame of its own, at once. */
function runBody(node: ClassDefinition, body: Frame): void {
  const { run } = body;
  const caller = run.frame;
  run.frame = body;
  run.observer?.entered(body);
  body.at = node;
  // CPython counts a class from its first decorator.
  run.observer?.line(body, node.decorators[0]?.line ?? node.line);
  try {
    execute(node.body, body);
    finish(body, body.scope.used.has('super') ? CLASS_CELL : null);
  } catch (error) {
    throw noteException(body, error);
  } finally {
    run.frame = caller;
  }
}

function fillClass(type: PyType, node: ClassDefinition, body: Frame): void {
  type.members.set('__module__', '__main__');
  type.members.set('__doc__', node.docstring);
  for (const [name, given] of body.variables) {
    // Python turns it into a class method without a decorator.
    const value =
      name === '__init_subclass__' && given instanceof PyFunction ? new PyClassMethod(given) : given;
    type.members.set(name, value);
    adopt(value, type);
    if (value instanceof PyProperty) value.name = name;
  }
  // A class with its own equality and no hash of its own cannot be a key.
  if (body.variables.has('__eq__') && !body.variables.has('__hash__')) type.members.set('__hash__', null);
}

/** Tells the functions of a class body which class they belong to. */
function adopt(value: Value, type: PyType): void {
  if (value instanceof PyFunction) value.definingClass ??= type;
  else if (value instanceof PyProperty)
    for (const part of [value.get, value.set, value.delete]) adopt(part, type);
  else if (value instanceof PyClassMethod || value instanceof PyStaticMethod) adopt(value.function, type);
}
