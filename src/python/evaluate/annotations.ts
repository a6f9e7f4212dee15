/** Annotations are evaluated and kept in `__annotations__`: https://docs.python.org/3/reference/compound_stmts.html#index-30 */
import { PyDict } from '../objects/dict.ts';
import type { Value } from '../objects/object.ts';
import type { Expression, FunctionDefinition, Target } from '../parse/ast.ts';
import { Refusal } from '../refusal.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import type { PyFunction } from './function.ts';

const ANNOTATIONS = '__annotations__';

/** Evaluates the annotations of a function's parameters and of what it returns, where it is defined. */
export function annotateFunction(made: PyFunction, node: FunctionDefinition, frame: Frame): void {
  const annotations = new PyDict();
  for (const { name, annotation } of node.parameters) annotate(annotations, name, annotation, frame);
  annotate(annotations, 'return', node.returns, frame);
  if (annotations.size > 0) made.attributes.set(ANNOTATIONS, annotations);
}

/** Evaluates the annotation of a variable, unless it is local to a function; a name is kept beside it. */
export function annotateVariable(target: Target, annotation: Expression | undefined, frame: Frame): void {
  if (frame.scope.kind === 'function') return;
  if (target.kind === 'name') annotate(annotationsOf(frame), target.name, annotation, frame);
  else annotate(new PyDict(), '', annotation, frame);
}

function annotationsOf({ variables }: Frame): PyDict {
  const kept = variables.get(ANNOTATIONS);
  if (kept instanceof PyDict) return kept;
  const made = new PyDict();
  variables.set(ANNOTATIONS, made);
  return made;
}

/** After `from __future__ import annotations`, an annotation is not evaluated. */
const isPostponed = (frame: Frame): boolean => frame.module.postponesAnnotations;

/** A type that this Python does not offer is no reason to end a program that only mentions it. */
function annotate(kept: PyDict, name: string, annotation: Expression | undefined, frame: Frame): void {
  if (annotation === undefined) return;
  if (isPostponed(frame)) kept.set(name, annotation.kind === 'name' ? annotation.name : '');
  else kept.set(name, evaluateUnlessRefused(annotation, frame));
}

function evaluateUnlessRefused(annotation: Expression, frame: Frame): Value {
  try {
    return evaluate(annotation, frame);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
