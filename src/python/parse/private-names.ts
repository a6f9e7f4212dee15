/** Private names of a class: https://docs.python.org/3/reference/expressions.html#private-name-mangling */

/** A name that begins with two underscores and does not end with two, and is not dotted. */
const PRIVATE = /^__(?!.*__$)[^.]*$/s;

/** Properties of the tree that hold names of a program, alone or in a list. */
const NAMES = new Set(['name', 'as', 'keyword', 'names']);

/**
 * Turns `__x` into `_Class__x` wherever a class body names it, in place. Inner classes come first, whose names then no longer
 * look private. A function or class keeps its own name, which messages show, and is bound to the other.
 */
export function manglePrivateNames(part: unknown, className: string): void {
  const prefix = className.replace(/^_+/, '');
  if (prefix !== '') mangle(part, `_${prefix}`);
}

function mangle(part: unknown, prefix: string): void {
  if (Array.isArray(part)) for (const each of part) mangle(each, prefix);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
  const node = part as Record<string, unknown>;
  const defines = node['kind'] === 'function' || node['kind'] === 'class';
  for (const [key, value] of Object.entries(node)) {
    if (NAMES.has(key) && typeof value === 'string' && PRIVATE.test(value))
      node[defines ? 'boundName' : key] = prefix + value;
    else if (key === 'names' && Array.isArray(value))
      node[key] = value.map((name) =>
        typeof name === 'string' && PRIVATE.test(name) ? prefix + name : name,
      );
    if (key !== 'value' || node['kind'] !== 'constant') mangle(node[key], prefix);
  }
}
