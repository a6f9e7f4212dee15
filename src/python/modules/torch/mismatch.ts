/** `sum() received an invalid combination of arguments …`: PyTorch's text where no overload fits. */
import { type Keywords, PyList, PyTuple, typeName, type Value } from '../../objects/index.ts';

type Argument = { readonly name: string; readonly type: string };

/** Returns the message for when `args` and `keywords` fit none of the `overloads`, each written `(Tensor input, *, …)`. */
export function invalidCombination(
  name: string,
  overloads: readonly string[],
  args: readonly Value[],
  keywords: Keywords,
): string {
  const start = `${name}() received an invalid combination of arguments - `;
  const [only] = overloads;
  if (overloads.length === 1 && only !== undefined) {
    const option = readOption(only);
    const unmatched = unknownKeywords(option, keywords);
    if (unmatched.length > 0) return `${start}got unrecognized keyword arguments: ${unmatched.join(', ')}`;
    const given = countFits(option, args, keywords)
      ? markedTypes(option, args, keywords)
      : givenTypes(args, keywords);
    return `${start}got ${given}, but expected ${only}`;
  }
  const lines = overloads.map((overload) => {
    const option = readOption(overload);
    const reason = countFits(option, args, keywords) ? `      ${reasonFor(option, args, keywords)}\n` : '';
    return ` * ${overload}\n${reason}`;
  });
  return `${start}got ${givenTypes(args, keywords)}, but expected one of:\n${lines.join('')}`;
}

function reasonFor(option: readonly Argument[], args: readonly Value[], keywords: Keywords): string {
  const unmatched = unknownKeywords(option, keywords);
  return unmatched.length > 0
    ? `didn't match because some of the keywords were incorrect: ${unmatched.join(', ')}`
    : `didn't match because some of the arguments have invalid types: ${markedTypes(option, args, keywords)}`;
}

/**
 * PyTorch reads its own text back here, and takes the last word of each part for the name: of `int dim = 0` that is
 * `0`, so parameters with defaults are never found by name.
 */
function readOption(overload: string): Argument[] {
  return overload
    .slice(1, -1)
    .split(', ')
    .map((part) => {
      const space = part.lastIndexOf(' ');
      return { name: part.slice(space + 1), type: space < 0 ? part : part.slice(0, space) };
    });
}

function countFits(option: readonly Argument[], args: readonly Value[], keywords: Keywords): boolean {
  return option.length === args.length + keywords.size;
}

function unknownKeywords(option: readonly Argument[], keywords: Keywords): string[] {
  const named = option.slice(Math.max(0, option.length - keywords.size));
  return [...keywords.keys()].filter((key) => !named.some(({ name }) => name === key));
}

function givenTypes(args: readonly Value[], keywords: Keywords): string {
  const positional = args.map((value) => `${typeName(value)}, `);
  const named = [...keywords].map(([key, value]) => `${key}=${typeName(value)}, `);
  const all = [...positional, ...named].join('');
  return `(${args.length > 0 ? all.slice(0, -2) : all})`;
}

/** Returns the types given, those that do not fit between exclamation marks. */
function markedTypes(option: readonly Argument[], args: readonly Value[], keywords: Keywords): string {
  const parts = option.map(({ name, type }, index) => {
    const isKeyword = index >= args.length;
    const value = (isKeyword ? keywords.get(name) : args[index]) ?? null;
    const mark = matches(type, value) ? '' : '!';
    return `${mark}${isKeyword ? `${name}=` : ''}${itemTypes(value)}${mark}`;
  });
  return `(${parts.join(', ')})`;
}

function matches(type: string, value: Value): boolean {
  const given = typeName(value);
  return (
    given === type || (type === 'float' && given === 'int') || (type === 'Tensor' && given === 'Parameter')
  );
}

function itemTypes(value: Value): string {
  if (value instanceof PyList) return `list of [${value.items.map(typeName).join(', ')}]`;
  if (value instanceof PyTuple)
    return `tuple of (${value.items.map(typeName).join(', ')}${value.items.length === 1 ? ',' : ''})`;
  return typeName(value);
}
