/** `str.translate` and the tables that it reads. */
import { PyDict } from '../objects/dict.ts';
import { typeError, valueError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { characters, getItem } from '../operations/items.ts';
import { text } from './string-search.ts';

export function translate(self: string, table: Value): string {
  return characters(self)
    .map((character) => {
      const key = BigInt(character.codePointAt(0) ?? 0);
      const found = table instanceof PyDict ? table.get(key) : getItem(table, key);
      if (found === undefined) return character;
      if (found === null) return '';
      return typeof found === 'bigint' ? String.fromCodePoint(Number(found)) : (found as string);
    })
    .join('');
}

export function makeTranslation(from: Value, to: Value, drop: Value): PyDict {
  const table = new PyDict();
  if (to === null) {
    if (!(from instanceof PyDict))
      throw typeError('if you give only one argument to maketrans it must be a dict');
    for (const [key, value] of from.entries())
      table.set(typeof key === 'string' ? BigInt(key.codePointAt(0) ?? 0) : key, value);
    return table;
  }
  const [old, fresh] = [
    characters(text(from, 'maketrans() argument 1 must be str')),
    characters(text(to, 'maketrans() argument 2 must be str')),
  ];
  if (old.length !== fresh.length)
    throw valueError('the first two maketrans arguments must have equal length');
  const code = (character: string | undefined) => BigInt(character?.codePointAt(0) ?? 0);
  for (const [index, character] of old.entries()) table.set(code(character), code(fresh[index]));
  for (const character of typeof drop === 'string' ? drop : '') table.set(code(character), null);
  return table;
}
