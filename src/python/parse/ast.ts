/** The syntax tree that the evaluator walks: every construct that is offered, and no other. */

import type { Value } from '../objects/object.ts';
import type { BinaryOperator, UnaryOperator } from '../operations/binary.ts';
import type { Comparison } from '../operations/compare.ts';

/** Lines and columns count from 1, as CPython's messages do. */
export type Place = { readonly line: number; readonly column: number };

type Node<Kind extends string, Fields = unknown> = Place & {
  readonly kind: Kind;
  /** Of an expression: the place after its last character. */
  readonly end?: Place;
} & Fields;

type Constant = Node<'constant', { readonly value: Value }>;
export type Name = Node<'name', { readonly name: string }>;
/** An f-string: text and replacements in turn. */
export type Template = Node<'template', { readonly parts: readonly TemplatePart[] }>;
export type TemplatePart = string | Replacement;
export type Replacement = Place & {
  readonly value: Expression;
  readonly conversion: '' | 'r' | 's' | 'a';
  readonly spec: readonly TemplatePart[];
  /** The source text before the value, for `{x=}`; empty otherwise. */
  readonly label: string;
};
export type Unary = Node<'unary', { readonly operator: UnaryOperator; readonly operand: Expression }>;
type Not = Node<'not', { readonly operand: Expression }>;
export type Binary = Node<
  'binary',
  { readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
>;
export type Logical = Node<
  'logical',
  { readonly operator: 'and' | 'or'; readonly operands: readonly Expression[] }
>;
export type CompareOperator = Comparison | 'in' | 'not in' | 'is' | 'is not';
/** A chain `a < b <= c`: each link compares with the operand before it. */
export type Compare = Node<
  'compare',
  {
    readonly first: Expression;
    readonly links: readonly { readonly operator: CompareOperator; readonly operand: Expression }[];
  }
>;
type Conditional = Node<
  'conditional',
  { readonly test: Expression; readonly whenTrue: Expression; readonly otherwise: Expression }
>;
export type Lambda = Node<
  'lambda',
  { readonly parameters: readonly ParameterNode[]; readonly body: Expression }
>;
export type NamedExpression = Node<'named', { readonly target: Name; readonly value: Expression }>;
export type Sequence = Node<'tuple' | 'list' | 'set', { readonly items: readonly Expression[] }>;
/** An entry without a key is a `**mapping`. */
export type DictDisplay = Node<
  'dict',
  { readonly entries: readonly { readonly key: Expression | undefined; readonly value: Expression }[] }
>;
export type Comprehension = Node<
  'comprehension',
  {
    readonly flavour: 'list' | 'set' | 'dict' | 'generator';
    readonly key: Expression | undefined;
    readonly element: Expression;
    readonly clauses: readonly ComprehensionClause[];
    readonly endLine: number;
  }
>;
export type ComprehensionClause =
  | { readonly kind: 'for'; readonly target: Target; readonly iterable: Expression }
  | { readonly kind: 'if'; readonly test: Expression };
export type Call = Node<'call', { readonly callee: Expression; readonly args: readonly Argument[] }>;
export type Argument =
  | { readonly kind: 'positional' | 'rest' | 'keywords'; readonly value: Expression }
  | { readonly kind: 'keyword'; readonly name: string; readonly value: Expression };
export type Attribute = Node<'attribute', { readonly object: Expression; readonly name: string }>;
export type Subscript = Node<'subscript', { readonly object: Expression; readonly key: Expression }>;
export type Slice = Node<
  'slice',
  {
    readonly start: Expression | undefined;
    readonly stop: Expression | undefined;
    readonly step: Expression | undefined;
  }
>;
type Starred = Node<'starred', { readonly value: Expression }>;
export type Yield = Node<'yield', { readonly value: Expression | undefined; readonly delegates: boolean }>;

export type Expression =
  | Constant
  | Name
  | Template
  | Unary
  | Not
  | Binary
  | Logical
  | Compare
  | Conditional
  | Lambda
  | NamedExpression
  | Sequence
  | DictDisplay
  | Comprehension
  | Call
  | Attribute
  | Subscript
  | Slice
  | Starred
  | Yield;

/** What can be assigned to, bound by a loop, or deleted. */
export type Target =
  | Name
  | Attribute
  | Subscript
  | Node<'starred', { readonly value: Target }>
  | Node<'tuple' | 'list', { readonly items: readonly Target[] }>;

export type ParameterNode = Place & {
  readonly name: string;
  readonly kind: 'positional-only' | 'either' | 'rest' | 'keyword-only' | 'keywords';
  readonly default: Expression | undefined;
  readonly annotation: Expression | undefined;
};

export type Body = readonly Statement[];
export type FunctionDefinition = Node<
  'function',
  {
    readonly name: string;
    /** The name that it is bound to, where a class around it changes private names. */
    readonly boundName?: string;
    readonly parameters: readonly ParameterNode[];
    /** What stands behind `->`. */
    readonly returns: Expression | undefined;
    readonly body: Body;
    readonly decorators: readonly Expression[];
    readonly docstring: string | null;
  }
>;
export type ClassDefinition = Node<
  'class',
  {
    readonly name: string;
    /** As a function's. */
    readonly boundName?: string;
    readonly bases: readonly Argument[];
    readonly body: Body;
    readonly decorators: readonly Expression[];
    readonly docstring: string | null;
  }
>;
export type If = Node<'if', { readonly test: Expression; readonly body: Body; readonly otherwise: Body }>;
export type While = Node<
  'while',
  { readonly test: Expression; readonly body: Body; readonly otherwise: Body }
>;
export type For = Node<
  'for',
  { readonly target: Target; readonly iterable: Expression; readonly body: Body; readonly otherwise: Body }
>;
export type ExceptHandler = Place & {
  readonly type: Expression | undefined;
  readonly name: string | undefined;
  readonly body: Body;
};
export type Try = Node<
  'try',
  {
    readonly body: Body;
    readonly handlers: readonly ExceptHandler[];
    readonly otherwise: Body;
    readonly finally: Body;
  }
>;
export type WithItem = { readonly context: Expression; readonly target: Target | undefined };
export type With = Node<'with', { readonly items: readonly WithItem[]; readonly body: Body }>;

/** What a `case` compares with: https://docs.python.org/3/reference/compound_stmts.html#patterns */
export type Pattern =
  /** Anything, bound to a name unless it is `_`. */
  | Node<'capture-pattern', { readonly target: Name | undefined }>
  /** What is equal, or for None, True and False the same. */
  | Node<'value-pattern', { readonly value: Expression }>
  | Node<'or-pattern', { readonly alternatives: readonly Pattern[] }>
  | Node<'as-pattern', { readonly pattern: Pattern; readonly target: Name }>
  | Node<'star-pattern', { readonly target: Name | undefined }>
  | Node<'sequence-pattern', { readonly items: readonly Pattern[] }>
  | Node<
      'mapping-pattern',
      {
        readonly entries: readonly { readonly key: Expression; readonly pattern: Pattern }[];
        /** The name behind `**`. */
        readonly target: Name | undefined;
      }
    >
  | Node<
      'class-pattern',
      {
        readonly type: Expression;
        readonly positional: readonly Pattern[];
        readonly named: readonly { readonly attribute: string; readonly pattern: Pattern }[];
      }
    >;
export type Case = Place & {
  readonly pattern: Pattern;
  readonly guard: Expression | undefined;
  readonly body: Body;
};
export type Match = Node<'match', { readonly subject: Expression; readonly cases: readonly Case[] }>;

export type ImportedName = { readonly name: string; readonly as: string | undefined };
export type CompoundStatement = If | While | For | Try | With | Match;
export type SimpleStatement =
  | Node<'expression', { readonly value: Expression }>
  | Node<'assign', { readonly targets: readonly Target[]; readonly value: Expression }>
  | Node<
      'annotate',
      {
        readonly target: Target;
        readonly annotation: Expression | undefined;
        readonly value: Expression | undefined;
      }
    >
  | Node<
      'update',
      {
        readonly target: Name | Attribute | Subscript;
        readonly operator: BinaryOperator;
        readonly value: Expression;
      }
    >
  | Node<'delete', { readonly targets: readonly Target[] }>
  | Node<'pass' | 'break' | 'continue'>
  | Node<'return', { readonly value: Expression | undefined }>
  | Node<'raise', { readonly exception: Expression | undefined; readonly cause: Expression | undefined }>
  | Node<'import', { readonly names: readonly ImportedName[] }>
  | Node<'import-from', { readonly module: string; readonly names: readonly ImportedName[] | '*' }>
  | Node<'global' | 'nonlocal', { readonly names: readonly string[] }>
  | Node<'assert', { readonly test: Expression; readonly message: Expression | undefined }>
  | FunctionDefinition
  | ClassDefinition;
/** A statement, and the last line it is on. */
export type Statement = (SimpleStatement | CompoundStatement) & { readonly endLine: number };

export type Program = { readonly body: Body; readonly docstring: string | null };
