/** What CPython's compiler forbids in patterns. */
import { assertNever } from '../assert-never.ts';
import type { Value } from '../objects/object.ts';
import { equals } from '../operations/compare.ts';
import { repr } from '../operations/text.ts';
import type { Case, Name, Pattern } from '../parse/ast.ts';
import { PythonSyntaxError } from '../parse/syntax-error.ts';

/** Throws PythonSyntaxError where a name is bound twice, alternatives bind different names, or a pattern can never be reached. */
export function checkCases(cases: readonly Case[]): void {
  for (const [index, { pattern, guard }] of cases.entries()) {
    namesOf(pattern, new Set());
    if (guard === undefined && index < cases.length - 1) checkReachable(pattern);
  }
}

/** Adds the names that a pattern binds to `bound`. */
function namesOf(pattern: Pattern, bound: Set<string>): void {
  switch (pattern.kind) {
    case 'value-pattern':
      return;
    case 'capture-pattern':
    case 'star-pattern':
      bind(pattern.target, bound);
      return;
    case 'as-pattern':
      if (isIrrefutable(pattern.pattern)) checkReachable(pattern.pattern);
      namesOf(pattern.pattern, bound);
      bind(pattern.target, bound);
      return;
    case 'sequence-pattern':
      for (const item of pattern.items) namesOf(item, bound);
      return;
    case 'mapping-pattern':
      checkKeys(pattern);
      for (const entry of pattern.entries) namesOf(entry.pattern, bound);
      bind(pattern.target, bound);
      return;
    case 'class-pattern':
      for (const each of [...pattern.positional, ...pattern.named.map((named) => named.pattern)])
        namesOf(each, bound);
      return;
    case 'or-pattern': {
      const sets = pattern.alternatives.map((alternative, index) => {
        if (index < pattern.alternatives.length - 1) checkReachable(alternative);
        const names = new Set(bound);
        namesOf(alternative, names);
        return names;
      });
      const [first] = sets;
      if (sets.some((names) => names.size !== first?.size || [...names].some((name) => !first.has(name))))
        throw new PythonSyntaxError('alternative patterns bind different names', pattern);
      for (const name of first ?? []) bound.add(name);
      return;
    }
    default:
      assertNever(pattern);
  }
}

/** Equal literals cannot both be looked for. */
function checkKeys(pattern: Extract<Pattern, { kind: 'mapping-pattern' }>): void {
  const seen: Value[] = [];
  for (const { key } of pattern.entries) {
    if (key.kind !== 'constant') continue;
    const { value } = key;
    if (seen.some((each) => equals(each, value)))
      throw new PythonSyntaxError(`mapping pattern checks duplicate key (${repr(value)})`, pattern);
    seen.push(value);
  }
}

function bind(target: Name | undefined, bound: Set<string>): void {
  if (target === undefined) return;
  if (bound.has(target.name))
    throw new PythonSyntaxError(`multiple assignments to name '${target.name}' in pattern`, target);
  bound.add(target.name);
}

/** Does a pattern match whatever comes? */
function isIrrefutable(pattern: Pattern): boolean {
  if (pattern.kind === 'or-pattern') return pattern.alternatives.some(isIrrefutable);
  if (pattern.kind === 'as-pattern') return isIrrefutable(pattern.pattern);
  return pattern.kind === 'capture-pattern';
}

function checkReachable(pattern: Pattern): void {
  if (!isIrrefutable(pattern)) return;
  const last = pattern.kind === 'or-pattern' ? pattern.alternatives.at(-1) : pattern;
  const name =
    last?.kind === 'capture-pattern' || last?.kind === 'as-pattern' ? last.target?.name : undefined;
  throw new PythonSyntaxError(
    `${name === undefined ? 'wildcard' : `name capture '${name}'`} makes remaining patterns unreachable`,
    pattern,
  );
}
