/** A program's text as a trace refers to it: its statements, and the expressions whose values count. */
/** Line and column, from 1. */
type Position = readonly [line: number, column: number];

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
