/** From Lezer's node of a `match` to a statement. Subjects and patterns are read from the text, see `headers.ts`. */
import type { Case, Expression, Match, Pattern } from '../parse/ast.ts';
import { diagnose } from '../parse/diagnose.ts';
import { readExpression, readTuple } from '../parse/expressions.ts';
import { Source } from '../parse/source.ts';
import { readBody } from '../parse/statements.ts';
import { PythonSyntaxError, syntaxError } from '../parse/syntax-error.ts';
import { childrenOf, type SyntaxNode } from '../parse/tree.ts';
import { parseTree } from '../syntax/index.ts';
import { checkCases } from './check.ts';
import { asExpression } from './headers.ts';
import { readPattern } from './patterns.ts';

/** Throws PythonSyntaxError as CPython would. */
export function readMatch(source: Source, node: SyntaxNode): Match {
  const body = childrenOf(node).at(-1) ?? node;
  const subjectFrom = node.from + 'match'.length;
  const subject = expressionWithin(source, subjectFrom, source.slice(subjectFrom, body.from));
  const cases = childrenOf(body)
    .filter(({ name }) => name === 'MatchClause')
    .map((clause) => readCase(source, clause));
  checkCases(cases);
  return { kind: 'match', ...source.place(node.from), subject, cases };
}

function readCase(source: Source, clause: SyntaxNode): Case {
  const children = childrenOf(clause);
  const body = children.at(-1) ?? clause;
  const guard = children.find(({ name }) => name === 'Guard');
  const from = clause.from + 'case'.length;
  const text = asExpression(source.slice(from, (guard ?? body).from));
  if (text === undefined) throw syntaxError(source, from + 1, 'invalid syntax');
  return {
    ...source.place(clause.from),
    pattern: patternWithin(source, from, text),
    guard: guard === undefined ? undefined : readExpression(source, childrenOf(guard)[1], guard),
    body: readBody(source, body),
  };
}

/** What CPython says of the arguments of a call, and of the parts of a class pattern, which look the same. */
const OF_CALLS: readonly (readonly [RegExp, string])[] = [
  [/^positional argument follows keyword argument.*/, 'positional patterns follow keyword patterns'],
  [/^keyword argument repeated: /, 'attribute name repeated in class pattern: '],
];

function patternWithin(source: Source, from: number, text: string): Pattern {
  try {
    return readPattern(expressionWithin(source, from, text));
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    const said = OF_CALLS.find(([words]) => words.test(error.message));
    throw said === undefined ? error : new PythonSyntaxError(error.message.replace(...said), error);
  }
}

/** Returns the expression that `text` is, with the places it has at `from`: its brackets begin where the keyword ends. */
function expressionWithin(source: Source, from: number, text: string): Expression {
  const before = source.slice(0, from - 1).replace(/[^\n]/g, ' ');
  const alone = new Source(`${before}(${text})`);
  const tree = parseTree(alone.text);
  diagnose(alone, tree);
  const [statement] = childrenOf(tree.topNode);
  if (statement?.name !== 'ExpressionStatement') throw syntaxError(source, from + 1, 'invalid syntax');
  return readTuple(alone, childrenOf(statement), statement);
}
