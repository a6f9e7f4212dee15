/** Typesets one formula with KaTeX, or throws what is wrong with it and where. */
import katex from 'katex';
import { suggestion } from '../diagnostics/index.ts';
import { katexMacros, macros } from './macros.ts';

const MACROS = katexMacros();

/** A slip in a formula, with its offset in the formula when KaTeX knows it. */
export class FormulaError extends Error {
  override name = 'FormulaError';
  readonly offset: number | undefined;

  constructor(message: string, offset?: number, options?: ErrorOptions) {
    super(message, options);
    this.offset = offset;
  }
}

/** The HTML and MathML of `tex`. @throws {FormulaError} for anything KaTeX does not accept as sound LaTeX */
export function typeset(tex: string, displayMode: boolean): string {
  try {
    return katex.renderToString(tex, {
      displayMode,
      output: 'htmlAndMathml',
      throwOnError: true,
      // The book's macros set classes, which plain LaTeX does not know; every other laxity is a slip.
      strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
      trust: ({ command }: { command: string }) => {
        if (command === '\\htmlClass') return true;
        throw new FormulaError(`${command} is not allowed in a formula.`);
      },
      // A copy, since KaTeX adds what a formula defines.
      macros: { ...MACROS },
    });
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    throw new FormulaError(explain(error.rawMessage), error.position, { cause: error });
  }
}

function explain(message: string): string {
  const unknown = /^Undefined control sequence: \\(\w+)/.exec(message)?.[1];
  if (unknown === undefined) return `${message.replace(/\.?$/, '')}.`;
  const own = suggestion(unknown, Object.keys(macros), (name) => `\\${name}`).replace(
    'Known',
    "The book's own",
  );
  return `Unknown command \\${unknown}. ${own}`;
}
