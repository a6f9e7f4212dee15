/** Typesets one formula, or throws what is wrong with it and where. KaTeX parses it and judges what an author may write. */
import { fromHtml } from 'hast-util-from-html';
import katex from 'katex';
import { suggestion } from '../../diagnostics/index.ts';
import type { TemplateElement } from '../../slots/index.ts';
import { katexMacros, macros } from './macros.ts';
import { markOf } from './marks.ts';
import { readMathMl } from './mathml.ts';

const MACROS = katexMacros();

/** An author error in a formula, with its offset in the formula when KaTeX knows it. */
export class FormulaError extends Error {
  override name = 'FormulaError';
  readonly offset: number | undefined;

  constructor(message: string, offset?: number, options?: ErrorOptions) {
    super(message, options);
    this.offset = offset;
  }
}

/**
 * Returns the `<math>` of a formula, with a hole for each slot.
 *
 * @param tex LaTeX and the book's own commands, each slot written by `holeTex`
 * @param displayMode whether it stands on a line of its own
 * @param slots the spelling of each slot, by the number of its hole
 * @throws {FormulaError} for anything KaTeX does not accept as sound LaTeX, and for colours of the author's own
 */
export function typeset(tex: string, displayMode: boolean, slots: readonly string[] = []): TemplateElement {
  const { children } = fromHtml(mathMlOf(tex, displayMode), { fragment: true });
  const [wrapper] = children;
  const maths = wrapper?.type === 'element' ? wrapper.children[0] : undefined;
  if (maths?.type !== 'element') throw new FormulaError('KaTeX gave no MathML.');
  return {
    tag: 'math',
    // Not `display`: a line may end between two pieces of an equation, so they stand in the line.
    ...(displayMode && { attributes: [['displaystyle', 'true']] }),
    children: readMathMl(maths, slots),
  };
}

function mathMlOf(tex: string, displayMode: boolean): string {
  try {
    const html = katex.renderToString(tex, {
      displayMode,
      output: 'mathml',
      throwOnError: true,
      // `trust` below says it in the book's words.
      strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
      trust: ({ command }: { command: string }) => {
        throw new FormulaError(`${command} is not allowed in a formula.`);
      },
      // A copy, since KaTeX adds what a formula defines.
      macros: { ...MACROS },
    });
    refuseColours(html);
    return html;
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    throw new FormulaError(explain(error.rawMessage), error.position, { cause: error });
  }
}

/** A colour of one theme cannot be read in the other. */
function refuseColours(html: string): void {
  for (const [, colour = ''] of html.matchAll(/math(?:color|background)="([^"]*)"/g))
    if (markOf(colour) === undefined)
      throw new FormulaError(
        `The colour "${colour}" is not one of the book's. Expected a command such as \\cx{…} or \\cw{…}.`,
      );
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
