/**
 * Walks a syntax tree once and makes the scope of each function, class and comprehension in it. Only the constructs that mean
 * something to scopes are named here; of all others the parts are visited, whatever they are.
 */
import type {
  Comprehension,
  Expression,
  FunctionDefinition,
  Lambda,
  Place,
  Program,
  Statement,
} from '../parse/ast.ts';
import { PythonSyntaxError } from '../parse/syntax-error.ts';
import { Scope } from './scope.ts';

/** Throws PythonSyntaxError for `return` outside a function and its like. */
export function analyseProgram(program: Program): Scope {
  const scope = new Scope('module', undefined);
  visit(program.body, { scope, inLoop: false, binds: false });
  checkNonlocals(scope);
  return scope;
}

/** An expression evaluated by itself in the names of a scope. */
export function analyseExpression(expression: Expression, scope: Scope): void {
  visit(expression, { scope, inLoop: false, binds: false });
}

/** Where a part of the tree stands; `binds` is true within a target. */
type Site = { readonly scope: Scope; readonly inLoop: boolean; readonly binds: boolean };

/** A node, a list of them, or what a node holds besides: its place, names, operators. */
function visit(part: unknown, site: Site): void {
  if (Array.isArray(part)) for (const each of part) visit(each, site);
  else if (typeof part === 'object' && part !== null) visitNode(part as Statement | Expression, site);
}

function visitParts(node: object, site: Site): void {
  for (const [key, part] of Object.entries(node))
    visit(part, key === 'target' || key === 'targets' ? { ...site, binds: true } : site);
}

function visitNode(node: Statement | Expression, site: Site): void {
  const { scope, inLoop } = site;
  switch (node.kind) {
    case 'constant':
      return;
    case 'name':
      if (site.binds) scope.assigned.add(node.name);
      use(node.name, scope);
      return;
    case 'attribute':
    case 'subscript':
      visitParts(node, { ...site, binds: false });
      return;
    case 'for':
    case 'while': {
      const { body, ...head } = node;
      visitParts(head, site);
      visit(body, { ...site, inLoop: true });
      return;
    }
    case 'break':
      if (!inLoop) throw new PythonSyntaxError("'break' outside loop", node);
      return;
    case 'continue':
      if (!inLoop) throw new PythonSyntaxError("'continue' not properly in loop", node);
      return;
    case 'try':
      for (const { name } of node.handlers) if (name !== undefined) scope.assigned.add(name);
      visitParts(node, site);
      return;
    case 'return':
      if (scope.kind !== 'function') throw new PythonSyntaxError("'return' outside function", node);
      visitParts(node, site);
      return;
    case 'yield':
      checkYield(node, scope);
      visitParts(node, site);
      return;
    case 'import':
      for (const { name, as } of node.names) scope.assigned.add(as ?? name.split('.')[0] ?? name);
      return;
    case 'import-from':
      if (node.names !== '*') for (const { name, as } of node.names) scope.assigned.add(as ?? name);
      else if (scope.kind !== 'module')
        throw new PythonSyntaxError('import * only allowed at module level', node);
      return;
    case 'global':
    case 'nonlocal':
      for (const name of node.names) declare(name, node.kind, scope, node);
      return;
    case 'lambda':
      visitFunction(node, site);
      return;
    case 'function':
      visit(node.decorators, site);
      scope.assigned.add(node.boundName ?? node.name);
      visit([node.parameters.map(({ annotation }) => annotation), node.returns], site);
      visitFunction(node, site);
      return;
    case 'class':
      visit([node.decorators, node.bases], site);
      scope.assigned.add(node.boundName ?? node.name);
      visit(node.body, { scope: nested(node, 'class', scope), inLoop: false, binds: false });
      return;
    case 'comprehension':
      visitComprehension(node, site);
      return;
    case 'named':
      visit(node.value, site);
      functionAround(scope).assigned.add(node.target.name);
      return;
    default:
      visitParts(node, site);
  }
}

/** Returns a walrus in a comprehension binds in the function around it. */
function functionAround(scope: Scope): Scope {
  let owner = scope;
  while (owner.kind === 'comprehension' && owner.parent !== undefined) owner = owner.parent;
  return owner;
}

function checkYield(at: Place, scope: Scope): void {
  if (scope.kind === 'comprehension') throw new PythonSyntaxError("'yield' inside list comprehension", at);
  if (scope.kind !== 'function') throw new PythonSyntaxError("'yield' outside function", at);
  scope.isGenerator = true;
}

function declare(name: string, kind: 'global' | 'nonlocal', scope: Scope, place: Place): void {
  if (scope.parameters.has(name))
    throw new PythonSyntaxError(`name '${name}' is parameter and ${kind}`, place);
  if (scope.kind === 'module' && kind === 'nonlocal')
    throw new PythonSyntaxError('nonlocal declaration not allowed at module level', place);
  if (scope.assigned.has(name))
    throw new PythonSyntaxError(`name '${name}' is assigned to before ${kind} declaration`, place);
  scope.declared.set(name, { kind, place });
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

/** Defaults are evaluated outside, where the function is defined. */
function visitFunction(node: FunctionDefinition | Lambda, site: Site): void {
  for (const parameter of node.parameters) visit(parameter.default, site);
  const scope = nested(node, 'function', site.scope);
  scope.parameters = new Set(node.parameters.map(({ name }) => name));
  for (const name of scope.parameters) scope.assigned.add(name);
  visit(node.body, { scope, inLoop: false, binds: false });
}

function visitComprehension(node: Comprehension, site: Site): void {
  const inner = { ...site, scope: nested(node, 'comprehension', site.scope) };
  for (const [index, clause] of node.clauses.entries()) {
    const { kind, ...parts } = clause;
    if (kind === 'for' && index === 0) {
      // The first iterable is evaluated outside.
      visit(clause.iterable, site);
      visit(clause.target, { ...inner, binds: true });
    } else visitParts(parts, inner);
  }
  visit([node.key, node.element], inner);
}

/** Notes the name in every scope out to the one that assigns it. */
function use(name: string, scope: Scope): void {
  for (let at: Scope | undefined = scope; at !== undefined && !at.used.has(name); at = at.parent)
    at.used.add(name);
}
