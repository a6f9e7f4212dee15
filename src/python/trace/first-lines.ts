/** For each line of a program, the first line of the statement it belongs to. */
import type { Body, Statement } from '../parse/ast.ts';

/** A compound statement counts with its header only, a `match` with its `case` lines too. */
export function firstLines(body: Body): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (const statement of body) visit(statement, first);
  return first;
}

function visit(statement: Statement, first: Map<number, number>): void {
  const inner = bodiesOf(statement);
  const opening = inner[0]?.[0];
  const end =
    opening === undefined || statement.kind === 'match'
      ? statement.endLine
      : Math.max(statement.line, opening.line - 1);
  for (let line = statement.line; line <= end; line++)
    first.set(line, Math.max(statement.line, first.get(line) ?? 0));
  for (const body of inner) for (const child of body) visit(child, first);
}

function bodiesOf(statement: Statement): readonly Body[] {
  switch (statement.kind) {
    case 'if':
      return [statement.body, statement.otherwise];
    case 'for':
    case 'while':
      return [statement.body, statement.otherwise];
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map((handler) => handler.body),
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
