/** Turns what a Zod schema finds wrong into a sentence for the author and the path of the value it is about. */
import { z } from 'astro/zod';
import { suggestion } from './nearest.ts';

type Path = readonly PropertyKey[];

/** What is wrong with a value; an unknown field's path ends with that field. */
export interface SchemaProblem {
  readonly path: Path;
  readonly about: 'name' | 'value';
  readonly message: string;
}

interface Described {
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

/** The field names that `schema` allows at `path`. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  let at = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described | undefined;
  for (const step of path) at = typeof step === 'number' ? at?.items : at?.properties?.[String(step)];
  return Object.keys(at?.properties ?? {});
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, step as string | number) : undefined,
    value,
  );
}

/** Returns the first thing wrong with `value` by `schema`, or undefined. `noun` is what this place calls a field. */
export function schemaProblem(schema: z.ZodType, value: unknown, noun = 'field'): SchemaProblem | undefined {
  const result = schema.safeParse(value);
  const issues = result.error?.issues ?? [];
  // An unknown name first: a misspelt required field also counts as missing, and naming it helps more.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) return undefined;
  const last = String(issue.path.at(-1) ?? '');
  const found = valueAt(value, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const message = `Unknown ${noun} "${key}". ${suggestion(key, fieldsAt(schema, issue.path))}`;
    return { path: [...issue.path, key], about: 'name', message };
  }
  if (found === undefined)
    return { path: issue.path, about: 'name', message: `Missing ${noun} "${last}".${expectation(issue)}` };
  if (issue.code === 'invalid_value') {
    const message = `Wrong ${noun} "${last}": found ${show(found)}. ${suggestion(String(found), issue.values.map(String))}`;
    return { path: issue.path, about: 'value', message };
  }
  const message = `Wrong ${noun} "${last}": found ${show(found)}.${expectation(issue)}`;
  return { path: issue.path, about: 'value', message };
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return ` Expected ${issue.expected}.`;
    case 'invalid_value':
      return ` Expected one of ${issue.values.map(String).join(', ')}.`;
    default:
      return ` ${issue.message.replace(/^Invalid input: e/, 'E').replace(/\.?$/, '.')}`;
  }
}
