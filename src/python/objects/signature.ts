/**
 * Parameters of a function and how a call's arguments fill them.
 *
 * Native functions write theirs as Python does, `'x, /, *, dim=None, keepdim=False'`; defaults are None, True, False,
 * numbers, short strings, `()`, or `?` for "left out" (the function then receives `UNSET`). A `!` behind a default says that
 * no other value is offered: `'a, b, axis=-1!'`.
 */
import { PyTuple, UNSET } from './collections.ts';
import type { Value } from './object.ts';

type ParameterKind = 'positional-only' | 'either' | 'rest' | 'keyword-only' | 'keywords';
export type Parameter = {
  readonly name: string;
  readonly kind: ParameterKind;
  /** Undefined for a parameter that a call must fill. */
  readonly default: Value | undefined;
  /** Is any value but the default refused? */
  readonly isFixed?: boolean;
};

export class Signature {
  readonly parameters: readonly Parameter[];
  /** Those that take one positional argument each. */
  readonly positional: readonly Parameter[];
  readonly keywordOnly: readonly Parameter[];
  readonly rest: Parameter | undefined;
  readonly keywords: Parameter | undefined;
  /** No names in play: arguments fill the parameters one to one. */
  readonly simple: boolean;
  /** The places of those that take no value but their default. */
  readonly fixed: readonly number[];

  constructor(parameters: readonly Parameter[]) {
    this.parameters = parameters;
    this.positional = parameters.filter(({ kind }) => kind === 'positional-only' || kind === 'either');
    this.keywordOnly = parameters.filter(({ kind }) => kind === 'keyword-only');
    this.rest = parameters.find(({ kind }) => kind === 'rest');
    this.keywords = parameters.find(({ kind }) => kind === 'keywords');
    this.simple = this.positional.length === parameters.length;
    this.fixed = parameters.flatMap(({ isFixed }, place) => (isFixed === true ? [place] : []));
  }
}

/** Reads a native function's signature, as described at the head of this file. */
export function readSignature(text: string): Signature {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const slash = words.indexOf('/');
  let named: ParameterKind = 'either';
  const parameters: Parameter[] = [];
  for (const [index, word] of words.entries()) {
    if (word === '/') continue;
    if (word === '*') named = 'keyword-only';
    else if (word.startsWith('**'))
      parameters.push({ name: word.slice(2), kind: 'keywords', default: undefined });
    else if (word.startsWith('*')) {
      parameters.push({ name: word.slice(1), kind: 'rest', default: undefined });
      named = 'keyword-only';
    } else {
      const [name = '', given] = word.split('=');
      const kind = index < slash ? 'positional-only' : named;
      const value = given === undefined ? undefined : readDefault(given.replace(/!$/, ''));
      parameters.push({ name, kind, default: value, isFixed: given?.endsWith('!') === true });
    }
  }
  return new Signature(parameters);
}

function readDefault(text: string): Value {
  if (text === '?') return UNSET;
  if (text === 'None') return null;
  if (text === 'True') return true;
  if (text === 'False') return false;
  if (text === '()') return new PyTuple([]);
  if (/^['"]/.test(text)) return text.slice(1, -1);
  return /^-?\d+$/.test(text) ? BigInt(text) : Number(text);
}
