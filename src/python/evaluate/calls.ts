/** Evaluating calls. */
import { Callable, NativeFunction } from '../objects/callables.ts';
import { pyError, typeError } from '../objects/exceptions.ts';
import { type Keywords, NO_KEYWORDS, PyType, type Value } from '../objects/object.ts';
import { PySuper, superType } from '../objects/super.ts';
import { typeName } from '../objects/types.ts';
import { call } from '../operations/call.ts';
import { isIterable, toArray } from '../operations/iterate.ts';
import type { Argument, Call } from '../parse/ast.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import { PyFunction } from './function.ts';
import { mergeMapping } from './mapping.ts';

/** The arguments of a call. */
type Given = { readonly args: readonly Value[]; readonly keywords: Keywords };

export function evaluateCall(node: Call, frame: Frame): Value {
  const callee = evaluate(node.callee, frame);
  const given = evaluateArguments(node.args, frame, callee);
  frame.at = node;
  if (callee === superType && given.args.length === 0) return implicitSuper(frame);
  // What `call` does, without its place on the stack: a program that calls itself comes through here at each level.
  return callee instanceof Callable
    ? callee.invoke(given.args, given.keywords)
    : call(callee, given.args, given.keywords);
}

/** Arguments in the order written; `callee` only names the function in messages. */
export function evaluateArguments(nodes: readonly Argument[], frame: Frame, callee: Value): Given {
  const args: Value[] = [];
  let keywords: Map<string, Value> | undefined;
  for (const argument of nodes) {
    const value = evaluate(argument.value, frame);
    switch (argument.kind) {
      case 'positional':
        args.push(value);
        break;
      case 'rest':
        frame.at = argument.value;
        for (const item of spread(value, callee)) args.push(item);
        break;
      case 'keyword':
        keywords ??= new Map();
        addKeyword(keywords, argument.name, value, callee);
        break;
      case 'keywords': {
        keywords ??= new Map();
        const into = keywords;
        frame.at = argument.value;
        if (!mergeMapping(value, (key, item) => addKeyword(into, key, item, callee)))
          throw typeError(
            `${calleeName(callee)} argument after ** must be a mapping, not ${typeName(value)}`,
          );
      }
    }
  }
  return { args, keywords: keywords ?? NO_KEYWORDS };
}

function spread(value: Value, callee: Value): Value[] {
  if (!isIterable(value))
    throw typeError(`${calleeName(callee)} argument after * must be an iterable, not ${typeName(value)}`);
  return toArray(value);
}

function addKeyword(into: Map<string, Value>, key: Value, value: Value, callee: Value): void {
  if (typeof key !== 'string') throw typeError('keywords must be strings');
  if (into.has(key))
    throw typeError(`${calleeName(callee)} got multiple values for keyword argument '${key}'`);
  into.set(key, value);
}

function calleeName(callee: Value): string {
  if (callee instanceof PyFunction) return `__main__.${callee.qualifiedName}()`;
  if (callee instanceof NativeFunction)
    return `${callee.module === 'builtins' ? '' : `${callee.module}.`}${callee.name}()`;
  return callee instanceof PyType
    ? `${callee.module}.${callee.qualifiedName}()`
    : `${typeName(callee)} object`;
}

/** `super()` without arguments: the class that defines the running method, and the method's first argument. */
function implicitSuper(frame: Frame): Value {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.outer) {
    const owner = at.function;
    if (owner?.definingClass === undefined) continue;
    const [first] = owner.signature.parameters;
    const self = first === undefined ? undefined : at.variables.get(first.name);
    if (self === undefined) throw pyError('RuntimeError', 'super(): no arguments');
    return new PySuper(owner.definingClass, self);
  }
  throw pyError('RuntimeError', 'super(): no arguments');
}
