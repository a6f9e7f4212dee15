/** What may stand on the left of `=`, after `for` or `del`; CPython's messages for what may not. */
import type { Expression, Target } from './ast.ts';
import { PythonSyntaxError } from './syntax-error.ts';

type TargetUse = 'assign' | 'chained' | 'for' | 'with' | 'delete' | 'annotate' | 'update';

/** Returns the same expression as a target. Throws CPython's SyntaxError: `cannot assign to literal here. …`. */
export function asTarget(expression: Expression, use: TargetUse, outermost = true): Target {
  switch (expression.kind) {
    case 'name':
    case 'attribute':
    case 'subscript':
      return expression;
    case 'starred':
      if (use === 'delete') throw new PythonSyntaxError('cannot delete starred', expression);
      if (outermost)
        throw new PythonSyntaxError('starred assignment target must be in a list or tuple', expression);
      return { ...expression, value: asTarget(expression.value, use, false) };
    case 'tuple':
    case 'list': {
      if (use === 'update')
        throw new PythonSyntaxError(
          `'${expression.kind}' is an illegal expression for augmented assignment`,
          expression,
        );
      if (use === 'annotate')
        throw new PythonSyntaxError(
          `only single target (not ${expression.kind}) can be annotated`,
          expression,
        );
      const items = expression.items.map((item) => asTarget(item, use, false));
      if (items.filter((item) => item.kind === 'starred').length > 1)
        throw new PythonSyntaxError('multiple starred expressions in assignment', expression);
      return { ...expression, kind: expression.kind, items };
    }
    default:
      throw new PythonSyntaxError(refusal(expression, use, outermost), expression);
  }
}

/** CPython asks about `==` only where the two sides could have been compared. */
const HINTED = new Set([
  'constant',
  'template',
  'unary',
  'binary',
  'dict',
  'set',
  'comprehension',
  'call',
  'name',
  'attribute',
  'subscript',
]);

function refusal(expression: Expression, use: TargetUse, outermost: boolean): string {
  const what = kindName(expression);
  if (use === 'update') return `'${what}' is an illegal expression for augmented assignment`;
  if (use === 'annotate') return 'illegal target for annotation';
  if (use === 'delete') return `cannot delete ${what}`;
  const known = ['True', 'False', 'None', 'ellipsis'].includes(what);
  const hint =
    use === 'assign' && outermost && !known && HINTED.has(expression.kind) && what !== 'generator expression'
      ? " here. Maybe you meant '==' instead of '='?"
      : '';
  return `cannot assign to ${what}${hint}`;
}

/** CPython's name for a kind of expression. */
function kindName(expression: Expression): string {
  switch (expression.kind) {
    case 'constant':
      if (expression.value === null) return 'None';
      if (typeof expression.value === 'boolean') return expression.value ? 'True' : 'False';
      return typeof expression.value === 'object' ? 'ellipsis' : 'literal';
    case 'template':
      return 'f-string expression';
    case 'unary':
    case 'not':
    case 'binary':
    case 'logical':
      return 'expression';
    case 'compare':
      return 'comparison';
    case 'conditional':
      return 'conditional expression';
    case 'lambda':
      return 'lambda';
    case 'named':
      return 'named expression';
    case 'dict':
      return 'dict literal';
    case 'set':
      return 'set display';
    case 'comprehension':
      return expression.flavour === 'generator'
        ? 'generator expression'
        : `${expression.flavour} comprehension`;
    case 'call':
      return 'function call';
    case 'yield':
      return 'yield expression';
    default:
      return expression.kind;
  }
}
