/** Numbers the expressions of a program, and writes down its statements. */
import type { Body, Expression, Place, Program, Statement, Target } from '../parse/ast.ts';
import type { ExpressionText, ProgramText, StatementText } from './program-text.ts';
import { bodiesOf, expressionsOf, partsOf } from './syntax-walk.ts';
import { dotted, indexPattern, rootOf, targetsOf } from './written.ts';

export type Outline = {
  readonly text: ProgramText;
  readonly numberOf: ReadonlyMap<Expression, number>;
};

export function outlineOf(program: Program, text: string): Outline {
  const writer = new Writer(text.replaceAll('\r\n', '\n').split('\n'), importedNames(program.body));
  writer.body(program.body);
  const statements = writer.statements.toSorted((a, b) => a.line - b.line);
  return { text: { statements, expressions: writer.expressions }, numberOf: writer.numberOf };
}

/** Names of modules: an attribute looked up in one is part of a function's name (`np.dot`). */
function importedNames(body: Body): ReadonlySet<string> {
  const imports = body.flatMap((statement) => targetsOf(statement).filter(() => isImport(statement)));
  return new Set(imports);
}

function isImport({ kind }: Statement): boolean {
  return kind === 'import' || kind === 'import-from';
}

const KINDS: Readonly<Record<string, string>> = {
  expression: 'expr',
  update: 'augassign',
  annotate: 'annassign',
  'import-from': 'importfrom',
  function: 'functiondef',
  class: 'classdef',
};

/** Goes through a program in the order in which it is evaluated. */
class Writer {
  readonly statements: StatementText[] = [];
  readonly expressions: ExpressionText[] = [];
  readonly numberOf = new Map<Expression, number>();
  readonly #lines: readonly string[];
  readonly #modules: ReadonlySet<string>;

  constructor(lines: readonly string[], modules: ReadonlySet<string>) {
    this.#lines = lines;
    this.#modules = modules;
  }

  body(body: Body): void {
    for (const statement of body) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    const inner = bodiesOf(statement);
    const [first] = inner[0] ?? [];
    const last = inner.flat().at(-1);
    const targets = targetsOf(statement);
    const items = subscriptTargets(statement).map(({ key }) => indexPattern(key));
    this.statements.push({
      line: statement.line,
      end: first === undefined ? statement.endLine : Math.max(statement.line, first.line - 1),
      kind: KINDS[statement.kind] ?? statement.kind,
      ...(first !== undefined && last !== undefined && { body: [first.line, statement.endLine] as const }),
      ...(targets.length > 0 && { targets }),
      ...(items.length > 0 && { items }),
    });
    for (const expression of expressionsOf(statement)) this.#expression(expression);
    for (const body of inner) this.body(body);
  }

  /** Numbers an expression and those inside it; undefined for one whose value is not kept. */
  #expression(node: Expression): number | undefined {
    if (isLiteral(node)) return this.#add(node, 'literal', []);
    switch (node.kind) {
      case 'name':
        return this.#modules.has(node.name) ? undefined : this.#add(node, 'name', []);
      case 'unary':
        return this.#add(node, 'unary', [node.operand], { operator: node.operator });
      case 'binary':
        return this.#add(node, 'binary', [node.left, node.right], { operator: node.operator });
      case 'compare': {
        const operands = node.links.map(({ operand }) => operand);
        return this.#add(node, 'compare', [node.first, ...operands], {
          operator: node.links[0]?.operator ?? '',
        });
      }
      case 'attribute':
        if (this.#modules.has(rootOf(node) ?? '')) return undefined;
        return this.#add(node, 'attribute', [node.object], { name: node.name });
      case 'subscript': {
        const keys = node.key.kind === 'tuple' ? node.key.items : [node.key];
        return this.#add(node, 'subscript', [node.object, ...keys], { name: indexPattern(node.key) });
      }
      case 'call':
        return this.#call(node);
      case 'template': {
        const values = node.parts.filter((part) => typeof part !== 'string');
        const specs = values.map(({ spec }) => spec.filter((part) => typeof part === 'string').join(''));
        return this.#add(
          node,
          'text',
          values.map(({ value }) => value),
          { specs },
        );
      }
      default:
        // Their values have no use for now, those inside them have.
        for (const inner of partsOf(node)) this.#expression(inner);
        return undefined;
    }
  }

  #call(node: Extract<Expression, { kind: 'call' }>): number {
    const { callee } = node;
    const name = dotted(callee);
    const isFunction = callee.kind === 'name' || this.#modules.has(rootOf(callee) ?? '');
    const receiver = !isFunction && callee.kind === 'attribute' ? [callee.object] : [];
    const positional = node.args.filter(({ kind }) => kind !== 'keyword');
    const named = node.args.filter((argument) => argument.kind === 'keyword');
    const inputs = [...receiver, ...positional.map(({ value }) => value), ...named.map(({ value }) => value)];
    return this.#add(node, 'call', inputs, {
      ...(isFunction && name !== undefined && { function: name }),
      ...(!isFunction && callee.kind === 'attribute' && { method: callee.name }),
      keywords: named.map((argument) => argument.name),
    });
  }

  #add(
    node: Expression,
    kind: ExpressionText['kind'],
    operands: readonly Expression[],
    more: Partial<ExpressionText> = {},
  ): number {
    const inputs = operands.flatMap((operand) => this.#expression(operand) ?? []);
    const end = node.end ?? node;
    const number = this.expressions.length;
    this.numberOf.set(node, number);
    this.expressions.push({
      kind,
      text: this.#text(node, end),
      from: [node.line, node.column],
      to: [end.line, end.column],
      inputs,
      ...more,
    });
    return number;
  }

  #text(from: Place, to: Place): string {
    const lines = this.#lines.slice(from.line - 1, to.line);
    const last = lines.length - 1;
    return lines
      .map((line, k) => line.slice(k === 0 ? from.column - 1 : 0, k === last ? to.column - 1 : undefined))
      .join('\n');
  }
}

function isLiteral(node: Expression): boolean {
  if (node.kind === 'unary') return node.operator !== '~' && isLiteral(node.operand);
  if (node.kind === 'list' || node.kind === 'tuple') return node.items.every(isLiteral);
  return node.kind === 'constant';
}

function subscriptTargets(statement: Statement): Extract<Target, { kind: 'subscript' }>[] {
  const targets = statement.kind === 'assign' ? statement.targets : [];
  return targets.filter((target) => target.kind === 'subscript');
}
