/** Binding a call's arguments to a signature, with CPython's messages where they do not fit. */
import { PyTuple } from './collections.ts';
import { PyDict } from './dict.ts';
import { typeError } from './exceptions.ts';
import type { Keywords, Value } from './object.ts';
import type { Parameter, Signature } from './signature.ts';
import { closest } from './suggest.ts';

/**
 * Whose messages: a function written in Python, one of CPython's own written in C, or one that NumPy's parser in C reads,
 * which words its messages as Python does but a missing argument.
 */
export type MessageStyle = 'python' | 'c' | 'numpy';

/** Returns one value for each parameter, in order: `*rest` as a tuple, `**keywords` as a dict. Throws CPython's TypeError. */
export function bindArguments(
  signature: Signature,
  name: string,
  args: readonly Value[],
  keywords: Keywords,
  style: MessageStyle = 'python',
): Value[] {
  if (signature.simple && keywords.size === 0 && args.length === signature.positional.length)
    return [...args];
  const bound = keywords.size === 0 ? bindPlaces(signature, args) : undefined;
  if (bound !== undefined) return bound;
  const filled = new Map<Parameter, Value>();
  const { positional, rest } = signature;
  for (const [index, parameter] of positional.entries()) {
    const value = args[index];
    if (value !== undefined) filled.set(parameter, value);
  }
  const surplus = args.length > positional.length;
  if (rest !== undefined) filled.set(rest, new PyTuple(args.slice(positional.length)));
  if (style === 'c') checkNative(signature, name, args, keywords);
  bindKeywords(signature, name, keywords, filled);
  if (surplus && rest === undefined) throw tooMany(signature, name, args.length, filled);
  for (const parameters of [positional, signature.keywordOnly]) {
    const missing = parameters.filter(
      (parameter) => !filled.has(parameter) && parameter.default === undefined,
    );
    if (missing.length > 0) throw missingArguments(signature, name, missing, style);
  }
  return signature.parameters.map((parameter) => {
    const given = filled.get(parameter);
    return given === undefined ? (parameter.default ?? null) : given;
  });
}

/** Returns the values where every argument is given by its place; undefined where they do not fit. */
function bindPlaces(
  { parameters, positional, rest }: Signature,
  args: readonly Value[],
): Value[] | undefined {
  if (args.length > positional.length && rest === undefined) return undefined;
  const values: Value[] = [];
  for (let place = 0; place < parameters.length; place++) {
    const parameter = parameters[place] as Parameter;
    const given = place < positional.length ? args[place] : undefined;
    if (given !== undefined) values.push(given);
    else if (parameter.kind === 'rest') values.push(new PyTuple(args.slice(positional.length)));
    else if (parameter.kind === 'keywords') values.push(new PyDict());
    else if (parameter.default === undefined) return undefined;
    else values.push(parameter.default);
  }
  return values;
}

function bindKeywords(
  signature: Signature,
  name: string,
  keywords: Keywords,
  filled: Map<Parameter, Value>,
): void {
  const spare = new PyDict();
  const positionalOnly: string[] = [];
  for (const [key, value] of keywords) {
    const parameter = signature.parameters.find(
      (candidate) =>
        candidate.name === key && (candidate.kind === 'either' || candidate.kind === 'keyword-only'),
    );
    if (parameter !== undefined) {
      if (filled.has(parameter)) throw typeError(`${name}() got multiple values for argument '${key}'`);
      filled.set(parameter, value);
    } else if (signature.keywords !== undefined) spare.set(key, value);
    else if (signature.positional.some((candidate) => candidate.name === key)) positionalOnly.push(key);
    else throw unexpectedKeyword(signature, name, key);
  }
  if (positionalOnly.length > 0)
    throw typeError(
      `${name}() got some positional-only arguments passed as keyword arguments: '${positionalOnly.join(', ')}'`,
    );
  if (signature.keywords !== undefined) filled.set(signature.keywords, spare);
}

function unexpectedKeyword(signature: Signature, name: string, key: string) {
  const names = signature.parameters
    .filter(({ kind }) => kind === 'either' || kind === 'keyword-only')
    .map((parameter) => parameter.name);
  const near = closest(key, names);
  const hint = near === undefined ? '' : `. Did you mean '${near}'?`;
  return typeError(`${name}() got an unexpected keyword argument '${key}'${hint}`);
}

function tooMany(signature: Signature, name: string, given: number, filled: Map<Parameter, Value>) {
  const { positional, keywordOnly } = signature;
  const most = positional.length;
  const least = positional.filter((parameter) => parameter.default === undefined).length;
  const takes = least === most ? `${most}` : `from ${least} to ${most}`;
  const plural = least === most && most === 1 ? '' : 's';
  const named = keywordOnly.filter((parameter) => filled.has(parameter)).length;
  const and =
    named === 0
      ? ''
      : ` positional argument${given === 1 ? '' : 's'} (and ${named} keyword-only argument${named === 1 ? '' : 's'})`;
  const verb = given === 1 && named === 0 ? 'was' : 'were';
  return typeError(`${name}() takes ${takes} positional argument${plural} but ${given}${and} ${verb} given`);
}

function missingArguments(
  signature: Signature,
  name: string,
  missing: readonly Parameter[],
  style: MessageStyle,
) {
  const [first] = missing;
  if (style !== 'python' && first !== undefined) {
    // CPython counts places from 1, NumPy from 0.
    const place = signature.parameters.indexOf(first) + (style === 'c' ? 1 : 0);
    return typeError(
      `${name}() missing required argument '${first.name}'${name === 'enumerate' ? '' : ` (pos ${place})`}`,
    );
  }
  const kind = first?.kind === 'keyword-only' ? 'keyword-only' : 'positional';
  const plural = missing.length === 1 ? '' : 's';
  const names = missing.map((parameter) => `'${parameter.name}'`);
  return typeError(
    `${name}() missing ${missing.length} required ${kind} argument${plural}: ${listWithAnd(names)}`,
  );
}

function listWithAnd(names: readonly string[]): string {
  if (names.length <= 2) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

/** The counts that CPython's C functions check before anything else. */
function checkNative(signature: Signature, name: string, args: readonly Value[], keywords: Keywords): void {
  const { positional, rest } = signature;
  const given = args.length;
  const most = positional.length;
  const least = positional.filter((parameter) => parameter.default === undefined).length;
  const onlyPositional = signature.parameters.every(
    ({ kind }) => kind === 'positional-only' || kind === 'rest',
  );
  if (onlyPositional && keywords.size > 0) throw typeError(`${name}() takes no keyword arguments`);
  if (onlyPositional && rest === undefined) {
    if (most === 0 && given > 0) throw typeError(`${name}() takes no arguments (${given} given)`);
    if (least === 1 && most === 1 && given !== 1)
      throw typeError(`${name}() takes exactly one argument (${given} given)`);
  }
  const short = name.slice(name.lastIndexOf('.') + 1);
  const outside = given < least ? least : most;
  if (onlyPositional && (given < least || (given > most && rest === undefined))) {
    const bound = least === most && rest === undefined ? '' : given < least ? 'at least ' : 'at most ';
    throw typeError(`${short} expected ${bound}${outside} argument${outside === 1 ? '' : 's'}, got ${given}`);
  }
  if (!onlyPositional && given > most && rest === undefined) {
    const all = signature.parameters.length;
    const total = given + keywords.size;
    if (most < all) {
      const bound = least === most ? 'exactly' : 'at most';
      throw typeError(
        `${short}() takes ${bound} ${most} positional argument${most === 1 ? '' : 's'} (${given} given)`,
      );
    }
    throw typeError(`${short}() takes at most ${all} argument${all === 1 ? '' : 's'} (${total} given)`);
  }
}
