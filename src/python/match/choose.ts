/** Running a `match`: which case the subject matches, and what its names become. */
import {
  assertNever,
  call,
  compare,
  equals,
  getAttribute,
  getItem,
  isSame,
  isTrue,
  PyDict,
  PyError,
  PyList,
  PyRange,
  PyTuple,
  PyType,
  repr,
  toArray,
  typeError,
  typeName,
  typeOf,
  type Value,
  valueError,
} from '../objects/index.ts';
import type { Body, Expression, Match, Pattern, Place } from '../parse/ast.ts';

/** Values by the names that a pattern binds once all of it has matched. */
type Found = Map<string, Value>;

/**
 * What the running frame does for a `match`. It is handed in: a chunk that imports the evaluator itself has the bundler cut that
 * into pieces, which weigh more together.
 */
export type Runner = {
  readonly evaluate: (node: Expression) => Value;
  readonly bind: (name: string, value: Value) => void;
  /** Says where execution is. */
  readonly at: (place: Place) => void;
};

/** Returns the body of the first case that the subject matches and whose guard holds; an empty one where none does. */
export function choose(node: Match, run: Runner): Body {
  const subject = run.evaluate(node.subject);
  for (const each of node.cases) {
    run.at(each.pattern);
    const found: Found = new Map();
    if (!matches(each.pattern, subject, run, found)) continue;
    for (const [name, value] of found) run.bind(name, value);
    if (each.guard === undefined || isTrue(run.evaluate(each.guard))) return each.body;
  }
  return [];
}

function matches(pattern: Pattern, subject: Value, run: Runner, found: Found): boolean {
  switch (pattern.kind) {
    case 'capture-pattern':
    case 'star-pattern':
      if (pattern.target !== undefined) found.set(pattern.target.name, subject);
      return true;
    case 'value-pattern': {
      const wanted = run.evaluate(pattern.value);
      run.at(pattern);
      if (pattern.value.kind === 'constant' && (wanted === null || typeof wanted === 'boolean'))
        return isSame(subject, wanted);
      return isTrue(compare('==', subject, wanted));
    }
    case 'or-pattern':
      return pattern.alternatives.some((alternative) => {
        const names: Found = new Map();
        if (!matches(alternative, subject, run, names)) return false;
        for (const [name, value] of names) found.set(name, value);
        return true;
      });
    case 'as-pattern':
      if (!matches(pattern.pattern, subject, run, found)) return false;
      found.set(pattern.target.name, subject);
      return true;
    case 'sequence-pattern':
      return matchesSequence(pattern, subject, run, found);
    case 'mapping-pattern':
      return matchesMapping(pattern, subject, run, found);
    case 'class-pattern':
      return matchesClass(pattern, subject, run, found);
    default:
      return assertNever(pattern);
  }
}

type Kind<K extends Pattern['kind']> = Extract<Pattern, { kind: K }>;

/** Is a class one of `module`'s that are so called, or derived from one? */
function descendsFrom(type: PyType, module: string, ...names: readonly string[]): boolean {
  return type.mro.some((base) => base.module === module && names.includes(base.name));
}

/** Texts and sets are no sequences here, and neither are arrays and tensors. */
function isSequence(value: Value): boolean {
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PyRange) return true;
  const type = typeOf(value);
  return descendsFrom(type, 'collections', 'deque') || descendsFrom(type, 'collections.abc', 'Sequence');
}

function matchesSequence(
  { items }: Kind<'sequence-pattern'>,
  subject: Value,
  run: Runner,
  found: Found,
): boolean {
  if (!isSequence(subject)) return false;
  const values = toArray(subject);
  const star = items.findIndex(({ kind }) => kind === 'star-pattern');
  if (star === -1 ? values.length !== items.length : values.length < items.length - 1) return false;
  return items.every((item, index) => {
    if (index === star) {
      const rest = values.slice(star, values.length - (items.length - 1 - star));
      return matches(item, new PyList(rest), run, found);
    }
    const at = star === -1 || index < star ? index : values.length - (items.length - index);
    return matches(item, values[at] ?? null, run, found);
  });
}

function matchesMapping(
  pattern: Kind<'mapping-pattern'>,
  subject: Value,
  run: Runner,
  found: Found,
): boolean {
  const isMapping = subject instanceof PyDict || descendsFrom(typeOf(subject), 'collections.abc', 'Mapping');
  if (!isMapping || toArray(subject).length < pattern.entries.length) return false;
  const keys: Value[] = [];
  for (const { key } of pattern.entries) {
    const wanted = run.evaluate(key);
    run.at(pattern);
    if (keys.some((each) => equals(each, wanted)))
      throw valueError(`mapping pattern checks duplicate key (${repr(wanted)})`);
    keys.push(wanted);
  }
  const values = keys.map((key) => valueUnder(subject, key));
  const fits = pattern.entries.every((entry, index) => {
    const value = values[index];
    return value !== undefined && matches(entry.pattern, value, run, found);
  });
  if (fits && pattern.target !== undefined) found.set(pattern.target.name, without(subject, keys));
  return fits;
}

/** Asks without making missing keys, as `defaultdict[key]` would. */
function valueUnder(subject: Value, key: Value): Value | undefined {
  if (subject instanceof PyDict) return subject.get(key);
  try {
    return getItem(subject, key);
  } catch (error) {
    if (error instanceof PyError && error.exception.type.name === 'KeyError') return undefined;
    throw error;
  }
}

function without(subject: Value, keys: readonly Value[]): PyDict {
  const rest = new PyDict();
  for (const key of toArray(subject))
    if (!keys.some((each) => equals(each, key))) rest.set(key, valueUnder(subject, key) ?? null);
  return rest;
}

/** Types whose one positional pattern stands for the value itself. */
const WHOLE = new Set('bool bytearray bytes dict float frozenset int list set str tuple'.split(' '));

function matchesClass(pattern: Kind<'class-pattern'>, subject: Value, run: Runner, found: Found): boolean {
  const type = run.evaluate(pattern.type);
  run.at(pattern);
  if (!(type instanceof PyType)) throw typeError('called match pattern must be a class');
  if (!isInstance(subject, type)) return false;
  const seen = new Set<string>();
  const { positional, named } = pattern;
  const isWhole =
    type.lookup('__match_args__') === undefined &&
    type.mro.some(({ name, module }) => module === 'builtins' && WHOLE.has(name));
  const names = isWhole || positional.length === 0 ? [] : matchArguments(type);
  const allowed = isWhole ? 1 : names.length;
  if (positional.length > allowed)
    throw typeError(
      `${type.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${positional.length} given)`,
    );
  const attribute = (name: string, inner: Pattern): boolean => {
    if (seen.has(name)) throw typeError(`${type.name}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    run.at(pattern);
    const value = attributeOf(subject, name);
    return value !== undefined && matches(inner, value, run, found);
  };
  return (
    positional.every((inner, index) =>
      isWhole ? matches(inner, subject, run, found) : attribute(names[index] ?? '', inner),
    ) && named.every((each) => attribute(each.attribute, each.pattern))
  );
}

function isInstance(subject: Value, type: PyType): boolean {
  const check = type.metatype?.lookup('__instancecheck__');
  return check === undefined ? typeOf(subject).isSubtypeOf(type) : isTrue(call(check, [type, subject]));
}

/** Returns the attributes that positional patterns stand for: what `__match_args__` of the class says. */
function matchArguments(type: PyType): string[] {
  const given = type.lookup('__match_args__');
  if (given === undefined) return [];
  if (!(given instanceof PyTuple))
    throw typeError(`${type.name}.__match_args__ must be a tuple (got ${typeName(given)})`);
  return given.items.map((name) => {
    if (typeof name === 'string') return name;
    throw typeError(`__match_args__ elements must be strings (got ${typeName(name)})`);
  });
}

function attributeOf(subject: Value, name: string): Value | undefined {
  try {
    return getAttribute(subject, name);
  } catch (error) {
    if (error instanceof PyError && error.exception.type.name === 'AttributeError') return undefined;
    throw error;
  }
}
