/** The syntax tree of a program, for what colours or edits its text. It brings the parser, and nothing that evaluates. */
export { childrenOf } from './children.ts';
export { parseTree, type SyntaxNode, type Tree } from './parse-tree.ts';
