/** The kinds of a program's tokens as Shiki makes them, for the book's own programs, in the build alone. */
import { createCssVariablesTheme } from 'shiki';
import { createHighlighterCoreSync, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';
import type { Hue } from '../../explain/index.ts';
import { parseTree } from '../../python/syntax/index.ts';
import { paintHues } from './hues.ts';
import { Paint } from './paint.ts';
import type { TokenKind, TokenLine } from './token.ts';

const KINDS: ReadonlyMap<string, TokenKind> = new Map([
  ['keyword', 'keyword'],
  ['string', 'string'],
  ['string-expression', 'string'],
  ['comment', 'comment'],
]);

/** Its colours name kinds, `var(--token-keyword)`, so that no colour is written into the page. */
const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--', fontStyle: false });

/** By default Shiki leaves the rest of a line plain after half a second, so a busy machine would build another page. */
const NO_TIME_LIMIT = { tokenizeTimeLimit: 0 };

let highlighter: HighlighterCore | undefined;

/** Returns the tokens of each line of one of the book's programs, as `programTokens` does. */
export function bookTokens(text: string, hues: ReadonlyMap<string, Hue>): TokenLine[] {
  highlighter ??= createHighlighterCoreSync({
    themes: [theme],
    langs: [python],
    engine: createJavaScriptRegexEngine(),
  });
  const { tokens } = highlighter.codeToTokens(text, { lang: 'python', theme: 'tokens', ...NO_TIME_LIMIT });
  const paint = new Paint(text);
  for (const { offset, content, color = '' } of tokens.flat()) {
    const name = /--token-([a-z-]+)/.exec(color)?.[1] ?? '';
    paint.kind({ from: offset, to: offset + content.length }, KINDS.get(name));
  }
  paintHues(paint, parseTree(text), text, hues);
  return paint.lines();
}
