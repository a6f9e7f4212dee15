/** Walks a syntax tree once and makes the scope of each function, class and comprehension in it. */
import { assertNever } from '../assert-never.ts';
import type {
  Argument,
  Body,
  Comprehension,
  Expression,
  ParameterNode,
  Program,
  Statement,
  Target,
  TemplatePart,
} from '../parse/ast.ts';
import { PythonSyntaxError } from '../parse/syntax-error.ts';
import { Scope } from './scope.ts';

/** Throws PythonSyntaxError for `return` outside a function and its like. */
export function analyseProgram(program: Program): Scope {
  const scope = new Scope('module', undefined);
  visitBody(program.body, scope, false);
  checkNonlocals(scope);
  return scope;
}

/** An expression evaluated by itself in the names of a scope. */
export function analyseExpression(expression: Expression, scope: Scope): void {
  visit(expression, scope);
}

function visitBody(body: Body, scope: Scope, inLoop: boolean): void {
  for (const statement of body) visitStatement(statement, scope, inLoop);
}

function visitStatement(statement: Statement, scope: Scope, inLoop: boolean): void {
  switch (statement.kind) {
    case 'expression':
      visit(statement.value, scope);
      return;
    case 'assign':
      visit(statement.value, scope);
      for (const target of statement.targets) bindTarget(target, scope);
      return;
    case 'annotate':
      if (statement.value !== undefined) visit(statement.value, scope);
      bindTarget(statement.target, scope);
      return;
    case 'update':
      visit(statement.value, scope);
      bindTarget(statement.target, scope);
      return;
    case 'delete':
      for (const target of statement.targets) bindTarget(target, scope);
      return;
    case 'pass':
      return;
    case 'break':
      if (!inLoop) throw new PythonSyntaxError("'break' outside loop", statement);
      return;
    case 'continue':
      if (!inLoop) throw new PythonSyntaxError("'continue' not properly in loop", statement);
      return;
    case 'return':
      if (scope.kind !== 'function') throw new PythonSyntaxError("'return' outside function", statement);
      visitOptional(statement.value, scope);
      return;
    case 'raise':
      visitOptional(statement.exception, scope);
      visitOptional(statement.cause, scope);
      return;
    case 'import':
      for (const { name, as } of statement.names) scope.assigned.add(as ?? name.split('.')[0] ?? name);
      return;
    case 'import-from':
      if (statement.names !== '*') for (const { name, as } of statement.names) scope.assigned.add(as ?? name);
      else if (scope.kind !== 'module')
        throw new PythonSyntaxError('import * only allowed at module level', statement);
      return;
    case 'global':
    case 'nonlocal':
      for (const name of statement.names) declare(name, statement.kind, scope, statement);
      return;
    case 'assert':
      visit(statement.test, scope);
      visitOptional(statement.message, scope);
      return;
    case 'function': {
      for (const decorator of statement.decorators) visit(decorator, scope);
      scope.assigned.add(statement.name);
      visitFunction(statement, statement.parameters, scope, (inner) =>
        visitBody(statement.body, inner, false),
      );
      return;
    }
    case 'class': {
      for (const decorator of statement.decorators) visit(decorator, scope);
      visitArguments(statement.bases, scope);
      scope.assigned.add(statement.name);
      visitBody(statement.body, nested(statement, 'class', scope), false);
      return;
    }
    case 'if':
      visit(statement.test, scope);
      visitBody(statement.body, scope, inLoop);
      visitBody(statement.otherwise, scope, inLoop);
      return;
    case 'while':
      visit(statement.test, scope);
      visitBody(statement.body, scope, true);
      visitBody(statement.otherwise, scope, inLoop);
      return;
    case 'for':
      visit(statement.iterable, scope);
      bindTarget(statement.target, scope);
      visitBody(statement.body, scope, true);
      visitBody(statement.otherwise, scope, inLoop);
      return;
    case 'try':
      visitBody(statement.body, scope, inLoop);
      for (const handler of statement.handlers) {
        visitOptional(handler.type, scope);
        if (handler.name !== undefined) scope.assigned.add(handler.name);
        visitBody(handler.body, scope, inLoop);
      }
      visitBody(statement.otherwise, scope, inLoop);
      visitBody(statement.finally, scope, inLoop);
      return;
    case 'with':
      for (const { context, target } of statement.items) {
        visit(context, scope);
        if (target !== undefined) bindTarget(target, scope);
      }
      visitBody(statement.body, scope, inLoop);
      return;
    default:
      assertNever(statement);
  }
}

function declare(
  name: string,
  kind: 'global' | 'nonlocal',
  scope: Scope,
  at: { line: number; column: number },
): void {
  if (scope.parameters.has(name)) throw new PythonSyntaxError(`name '${name}' is parameter and ${kind}`, at);
  if (scope.kind === 'module' && kind === 'nonlocal')
    throw new PythonSyntaxError('nonlocal declaration not allowed at module level', at);
  if (scope.assigned.has(name))
    throw new PythonSyntaxError(`name '${name}' is assigned to before ${kind} declaration`, at);
  scope.declared.set(name, { kind, place: at });
}

/** Once all is visited: assignments further down an enclosing function count too. */
function checkNonlocals(scope: Scope): void {
  for (const [name, { kind, place }] of scope.declared)
    if (kind === 'nonlocal' && !hasOuter(name, scope))
      throw new PythonSyntaxError(`no binding for nonlocal '${name}' found`, place);
  for (const inner of scope.inner.values()) checkNonlocals(inner);
}

function hasOuter(name: string, scope: Scope): boolean {
  for (let outer = scope.parent; outer !== undefined && outer.kind !== 'module'; outer = outer.parent)
    if (outer.kind === 'function' && outer.assigned.has(name)) return true;
  return false;
}

function nested(owner: object, kind: Scope['kind'], parent: Scope): Scope {
  const scope = new Scope(kind, parent);
  parent.inner.set(owner, scope);
  return scope;
}

function visitFunction(
  owner: object,
  parameters: readonly ParameterNode[],
  scope: Scope,
  visitInside: (inner: Scope) => void,
): void {
  for (const parameter of parameters) visitOptional(parameter.default, scope);
  const inner = nested(owner, 'function', scope);
  inner.parameters = new Set(parameters.map((parameter) => parameter.name));
  for (const name of inner.parameters) inner.assigned.add(name);
  visitInside(inner);
}

function bindTarget(target: Target, scope: Scope): void {
  switch (target.kind) {
    case 'name':
      scope.assigned.add(target.name);
      use(target.name, scope);
      return;
    case 'starred':
      bindTarget(target.value, scope);
      return;
    case 'tuple':
    case 'list':
      for (const item of target.items) bindTarget(item, scope);
      return;
    case 'attribute':
      visit(target.object, scope);
      return;
    case 'subscript':
      visit(target.object, scope);
      visit(target.key, scope);
      return;
    default:
      assertNever(target);
  }
}

/** Notes the name in every scope out to the one that assigns it. */
function use(name: string, scope: Scope): void {
  for (let at: Scope | undefined = scope; at !== undefined && !at.used.has(name); at = at.parent)
    at.used.add(name);
}

function visitOptional(expression: Expression | undefined, scope: Scope): void {
  if (expression !== undefined) visit(expression, scope);
}

function visitArguments(args: readonly Argument[], scope: Scope): void {
  for (const argument of args) visit(argument.value, scope);
}

function visitParts(parts: readonly TemplatePart[], scope: Scope): void {
  for (const part of parts) {
    if (typeof part === 'string') continue;
    visit(part.value, scope);
    visitParts(part.spec, scope);
  }
}

function visitComprehension(comprehension: Comprehension, scope: Scope): void {
  const inner = nested(comprehension, 'comprehension', scope);
  for (const [index, clause] of comprehension.clauses.entries()) {
    if (clause.kind === 'if') visit(clause.test, inner);
    else {
      // The first iterable is evaluated outside.
      visit(clause.iterable, index === 0 ? scope : inner);
      bindTarget(clause.target, inner);
    }
  }
  visitOptional(comprehension.key, inner);
  visit(comprehension.element, inner);
}

function visit(expression: Expression, scope: Scope): void {
  switch (expression.kind) {
    case 'constant':
      return;
    case 'name':
      use(expression.name, scope);
      return;
    case 'template':
      visitParts(expression.parts, scope);
      return;
    case 'unary':
    case 'not':
      visit(expression.operand, scope);
      return;
    case 'binary':
      visit(expression.left, scope);
      visit(expression.right, scope);
      return;
    case 'logical':
      for (const operand of expression.operands) visit(operand, scope);
      return;
    case 'compare':
      visit(expression.first, scope);
      for (const { operand } of expression.links) visit(operand, scope);
      return;
    case 'conditional':
      visit(expression.test, scope);
      visit(expression.whenTrue, scope);
      visit(expression.otherwise, scope);
      return;
    case 'lambda':
      visitFunction(expression, expression.parameters, scope, (inner) => visit(expression.body, inner));
      return;
    case 'named': {
      visit(expression.value, scope);
      // A walrus in a comprehension binds in the function around it.
      let owner = scope;
      while (owner.kind === 'comprehension' && owner.parent !== undefined) owner = owner.parent;
      owner.assigned.add(expression.target.name);
      return;
    }
    case 'tuple':
    case 'list':
    case 'set':
      for (const item of expression.items) visit(item, scope);
      return;
    case 'dict':
      for (const { key, value } of expression.entries) {
        visitOptional(key, scope);
        visit(value, scope);
      }
      return;
    case 'comprehension':
      visitComprehension(expression, scope);
      return;
    case 'call':
      visit(expression.callee, scope);
      visitArguments(expression.args, scope);
      return;
    case 'attribute':
      visit(expression.object, scope);
      return;
    case 'subscript':
      visit(expression.object, scope);
      visit(expression.key, scope);
      return;
    case 'slice':
      visitOptional(expression.start, scope);
      visitOptional(expression.stop, scope);
      visitOptional(expression.step, scope);
      return;
    case 'starred':
      visit(expression.value, scope);
      return;
    case 'yield': {
      if (scope.kind !== 'function')
        throw new PythonSyntaxError(
          scope.kind === 'comprehension' ? "'yield' inside list comprehension" : "'yield' outside function",
          expression,
        );
      scope.isGenerator = true;
      visitOptional(expression.value, scope);
      return;
    }
    default:
      assertNever(expression);
  }
}
