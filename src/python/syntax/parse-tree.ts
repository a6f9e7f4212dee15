import { parser } from '@lezer/python';

export type Tree = ReturnType<typeof parser.parse>;
export type SyntaxNode = Tree['topNode'];

/**
 * Returns the syntax tree that the evaluator reads; its positions are offsets in `text`, whose lines end in line feeds. Any
 * text has a tree: what is not Python has error nodes in it.
 *
 * Lezer's grammar has no number that ends in a point, such as `1.` or `1.e5`. It sees an underscore there, which numbers may
 * end in; all text is read from the source itself, so nothing else changes.
 */
export function parseTree(text: string): Tree {
  const numbered = text.replace(/(?<![\w.])(\d[\d_]*)\.(?=[eE][-+]?\d|[jJ]|\W|$)/g, '$1_');
  return parser.parse(withoutEqualsSpecs(numbered));
}

/** An f-string, of one line or between triple quotes. */
const TEMPLATE =
  /(?<!\w)(?:[fF][rR]?|[rR][fF])(?:"{3}[\s\S]*?"{3}|'{3}[\s\S]*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/g;

/** Lezer reads the `:=` of `f'{x:=10}'` as an assignment; it sees `:<` there. */
const withoutEqualsSpecs = (text: string): string =>
  text.replace(TEMPLATE, (template) =>
    template.replace(/(\{[^{}:]*):=/g, (whole, field: string) =>
      isBalanced(field.slice(1)) ? `${field}:<` : whole,
    ),
  );

const isBalanced = (text: string): boolean => text.split(/[([]/).length === text.split(/[)\]]/).length;
