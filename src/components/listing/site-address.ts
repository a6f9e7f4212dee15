/**
 * Where a listing's files are, in the two halves that an address in a page has: the way up to the site's root, and the path
 * from there, by which every page knows the same program.
 */

const WAY_UP = /^(?:\.\.?\/)*/;

/** `../../` of `../../03-mathematics/08-vectors/listings/`: the site's root as the page writes it; empty on the front page. */
export function rootOf(folder: string): string {
  return WAY_UP.exec(folder)?.[0] ?? '';
}

/** `03-mathematics/08-vectors/listings/`: the folder's path from the root. */
export function pathOf(folder: string): string {
  return folder.replace(WAY_UP, '');
}

/** Returns the name under which the device keeps a reader's change of a program, the same on every page. */
export function keptName(folder: string, file: string): string {
  return `program ${pathOf(folder)}${file}`;
}

/** Returns the address of the page for readers' own programs, which is to begin with this one. */
export function startFromAddress(folder: string, file: string): string {
  return `${rootOf(folder)}run/?from=${pathOf(folder)}${file}`;
}

/**
 * Returns the folder and the file of a program that `startFromAddress` names in the query of an address; undefined for anything
 * else.
 */
export function startFromQuery(
  query: string,
): { readonly folder: string; readonly file: string } | undefined {
  const from = new URLSearchParams(query).get('from') ?? '';
  const [, folder, file] = /^((?:[\w-]+\/){2}listings\/)([\w-]+\.py)$/.exec(from) ?? [];
  return folder === undefined || file === undefined ? undefined : { folder, file };
}
