/** Runs a text inside a running program, in a module of its own: how the book's exercises run what a reader writes. */
import { pyError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { parseProgram } from '../parse/index.ts';
import { PythonSyntaxError } from '../parse/syntax-error.ts';
import { analyseProgram } from '../scope/analyse.ts';
import { evaluate } from './expressions.ts';
import { execute } from './flow.ts';
import { Frame } from './frame.ts';
import type { Run } from './run.ts';

/** The global names that a text begins with. */
export type Names = Iterable<readonly [name: string, value: Value]>;

/**
 * Runs a text and returns the value of its last line where that is an expression, else None. A trace does not see it, as
 * its lines are not the program's.
 *
 * @throws {PyError} what the text raises; a text that is not Python raises SyntaxError
 */
export function valueOfText(run: Run, text: string, names: Names): Value {
  const { frame: outer, observer } = run;
  run.observer = undefined;
  try {
    const program = parseProgram(text);
    const frame = new Frame(run, analyseProgram(program), undefined, '<module>');
    for (const [name, value] of names) frame.variables.set(name, value);
    run.frame = frame;
    const last = program.body.at(-1);
    if (last?.kind !== 'expression') {
      execute(program.body, frame);
      return null;
    }
    execute(program.body.slice(0, -1), frame);
    return evaluate(last.value, frame);
  } catch (error) {
    if (error instanceof PythonSyntaxError) throw pyError(error.type, error.message);
    throw error;
  } finally {
    run.frame = outer;
    run.observer = observer;
  }
}
