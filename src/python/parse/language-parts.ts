/** Statements of the language whose reading and running are chunks of their own, fetched with a text that has them. */
import type { Runner } from '../match/choose.ts';
import { refuse } from '../refusal.ts';
import type { Body, Match } from './ast.ts';
import type { Source } from './source.ts';
import type { SyntaxNode } from './tree.ts';

type Parts = {
  readonly match: {
    /** Returns the text as Lezer's grammar can read it, of the same length. */
    readonly hidePatterns: (text: string) => string;
    /** Throws PythonSyntaxError as CPython would. */
    readonly read: (source: Source, node: SyntaxNode) => Match;
    /** Returns the body of the first case that the subject matches; an empty one where none does. */
    readonly choose: (node: Match, run: Runner) => Body;
  };
};

const parts: Partial<Parts> = {};

/** Makes a part of the language known once its chunk is there. */
export function offerPart<Name extends keyof Parts>(name: Name, part: Parts[Name]): void {
  parts[name] = part;
}

/** Returns a part of the language; throws a Refusal where its chunk was not fetched. */
export function languagePart<Name extends keyof Parts>(name: Name): Parts[Name] {
  return parts[name] ?? refuse(`\`${name}\``);
}

/** Returns a text with the patterns of its `match` statements out of the way; the text itself where it has none. */
export const hidePatterns = (text: string): string => parts.match?.hidePatterns(text) ?? text;
