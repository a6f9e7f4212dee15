/** What lies inside statements and expressions, in the order of evaluation. */
import type { Body, Expression, Statement } from '../parse/ast.ts';

export function bodiesOf(statement: Statement): readonly Body[] {
  switch (statement.kind) {
    case 'if':
    case 'for':
    case 'while':
      return [statement.body, statement.otherwise];
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map(({ body }) => body),
        statement.otherwise,
        statement.finally,
      ];
    case 'match':
      return statement.cases.map(({ body }) => body);
    case 'with':
    case 'function':
    case 'class':
      return [statement.body];
    default:
      return [];
  }
}

/** Returns the expressions of a statement's own lines, in the order of evaluation. */
export function expressionsOf(statement: Statement): Expression[] {
  switch (statement.kind) {
    case 'expression':
      // A constant that stands alone, such as a docstring, is not executed.
      return statement.value.kind === 'constant' ? [] : [statement.value];
    case 'update':
      return [statement.value];
    case 'assign':
      return [
        statement.value,
        ...statement.targets.flatMap((target) =>
          target.kind === 'subscript'
            ? [target.object, target.key]
            : target.kind === 'attribute'
              ? [target.object]
              : [],
        ),
      ];
    case 'annotate':
    case 'return':
      return statement.value === undefined ? [] : [statement.value];
    case 'if':
    case 'while':
    case 'assert':
      return [statement.test];
    case 'for':
      return [statement.iterable];
    case 'match':
      return [statement.subject];
    case 'with':
      return statement.items.map(({ context }) => context);
    default:
      return [];
  }
}

export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'not':
      return [node.operand];
    case 'logical':
      return node.operands;
    case 'conditional':
      return [node.test, node.whenTrue, node.otherwise];
    case 'named':
    case 'starred':
      return [node.value];
    case 'tuple':
    case 'list':
    case 'set':
      return node.items;
    default:
      return [];
  }
}
