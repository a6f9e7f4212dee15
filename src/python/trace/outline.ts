/** A program's text as a trace refers to it: its statements, and the expressions whose values count. */
import type { Body, Expression, Place, Program, Statement, Target } from '../parse/ast.ts';

/** Line and column, from 1. */
export type Position = readonly [line: number, column: number];

/** An expression as it is written; `inputs` are the places of its operands in the list of all expressions. */
export type ExpressionText = {
  readonly kind:
    | 'name'
    | 'literal'
    | 'unary'
    | 'binary'
    | 'compare'
    | 'attribute'
    | 'subscript'
    | 'call'
    | 'text';
  readonly text: string;
  readonly from: Position;
  readonly to: Position;
  readonly inputs: readonly number[];
  /** Of unary, binary and compare. */
  readonly operator?: string;
  /** An attribute's name, or the pattern of a subscript: `[i]`, `[:, j]`. */
  readonly name?: string;
  /** What is called, as it is written: `np.dot`. Methods have `method`, and their object is the first input. */
  readonly function?: string;
  readonly method?: string;
  readonly keywords?: readonly string[];
  /** The formats of an f-string's values, empty where there is none. */
  readonly specs?: readonly string[];
};

/** A statement as it is written; a compound one's body is apart from its lines. */
export type StatementText = {
  readonly line: number;
  readonly end: number;
  /** CPython's name of it in lower case: `assign`, `expr`, `for`, `with`, `functiondef` … */
  readonly kind: string;
  readonly body?: readonly [from: number, to: number];
  readonly targets?: readonly string[];
  /** Patterns of the targets that are subscripts. */
  readonly items?: readonly string[];
};

export type ProgramText = {
  /** In the order of their lines. */
  readonly statements: readonly StatementText[];
  /** Operands before what they are operands of. */
  readonly expressions: readonly ExpressionText[];
};

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

/** Names that stand for modules: what is looked up in them is part of a function's name. */
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

/** The names or patterns that a statement writes, as they are written. */
function targetsOf(statement: Statement): string[] {
  switch (statement.kind) {
    case 'assign':
      return statement.targets.map(targetText);
    case 'update':
    case 'for':
      return [targetText(statement.target)];
    case 'import':
      return statement.names.map(({ name, as }) => as ?? name.split('.')[0] ?? name);
    case 'import-from':
      return statement.names === '*' ? [] : statement.names.map(({ name, as }) => as ?? name);
    default:
      return [];
  }
}

function targetText(target: Target): string {
  switch (target.kind) {
    case 'name':
      return target.name;
    case 'attribute':
      return `${dotted(target.object) ?? '…'}.${target.name}`;
    case 'subscript':
      return `${dotted(target.object) ?? '…'}[${keyText(target.key)}]`;
    case 'starred':
      return `*${targetText(target.value)}`;
    case 'tuple':
      return `(${target.items.map(targetText).join(', ')})`;
    case 'list':
      return `[${target.items.map(targetText).join(', ')}]`;
    default:
      return target satisfies never;
  }
}

function keyText(key: Expression): string {
  if (key.kind === 'constant') return String(key.value);
  if (key.kind === 'tuple') return key.items.map(keyText).join(', ');
  return key.kind === 'slice' ? ':' : (dotted(key) ?? '…');
}

/** `np.linalg.norm` for names joined by dots. */
function dotted(node: Expression): string | undefined {
  if (node.kind === 'name') return node.name;
  const object = node.kind === 'attribute' ? dotted(node.object) : undefined;
  return node.kind === 'attribute' && object !== undefined ? `${object}.${node.name}` : undefined;
}

function rootOf(node: Expression): string | undefined {
  return dotted(node)?.split('.')[0];
}

/** `[:, j]`: a letter for each index, a colon for each slice. */
function indexPattern(key: Expression): string {
  const items = key.kind === 'tuple' ? key.items : [key];
  const letters = [...'ijk'];
  const parts = items.map((item) => {
    const letter = letters.shift() ?? 'k';
    return item.kind === 'slice' ? ':' : letter;
  });
  return `[${parts.join(', ')}]`;
}

function isLiteral(node: Expression): boolean {
  if (node.kind === 'unary') return node.operator !== '~' && isLiteral(node.operand);
  if (node.kind === 'list' || node.kind === 'tuple') return node.items.every(isLiteral);
  return node.kind === 'constant';
}

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

function subscriptTargets(statement: Statement): Extract<Target, { kind: 'subscript' }>[] {
  const targets = statement.kind === 'assign' ? statement.targets : [];
  return targets.filter((target) => target.kind === 'subscript');
}

/** The expressions of a statement's own lines, in the order of evaluation. */
function expressionsOf(statement: Statement): Expression[] {
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
    case 'with':
      return statement.items.map(({ context }) => context);
    default:
      return [];
  }
}

function bodiesOf(statement: Statement): readonly Body[] {
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
    case 'with':
    case 'function':
    case 'class':
      return [statement.body];
    default:
      return [];
  }
}

function partsOf(node: Expression): readonly Expression[] {
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
