/**
 * The `_headers` file that Netlify and Cloudflare Pages read: a path pattern on a line of its own, then indented
 * `Name: value` lines. A `*` at the end of a pattern matches anything.
 */

/** Headers for the paths that a pattern matches. */
export type HeaderRule = { readonly path: string; readonly headers: Readonly<Record<string, string>> };

/** The limits of Cloudflare Pages, the strictest of these hosts, which silently ignores rules beyond them. */
const MAX_RULES = 100;
const MAX_LINE = 2000;

/** Returns the rules as the text of `_headers`. @throws {Error} where a host would leave some of it out */
export function formatHeaders(rules: readonly HeaderRule[]): string {
  if (rules.length > MAX_RULES)
    throw new Error(
      `_headers has ${rules.length} rules; hosts take ${MAX_RULES}. Put pages into fewer folders.`,
    );
  const blocks = rules.map(({ path, headers }) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  const text = `${blocks.join('\n\n')}\n`;
  const long = text.split('\n').find((line) => line.length > MAX_LINE);
  if (long !== undefined)
    throw new Error(
      `_headers has a line of ${long.length} characters; hosts take ${MAX_LINE}: ${long.slice(0, 60)}…`,
    );
  return text;
}

/** Parses the text of `_headers`. Throws on a header line before any path or without a colon. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { path: string; headers: Record<string, string> }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ path: line.trim(), headers: {} });
      continue;
    }
    const colon = line.indexOf(':');
    const rule = rules.at(-1);
    if (!rule || colon < 0)
      throw new Error(
        `_headers line ${index + 1}: expected "  Name: value" below a path, received "${line}".`,
      );
    rule.headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
  }
  return rules;
}

/** Returns all headers for a path; where several rules set one header, its values are joined, as those hosts do. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const rule of rules) {
    if (!matches(rule.path, path)) continue;
    for (const [name, value] of Object.entries(rule.headers))
      result[name] = name in result ? `${result[name]}, ${value}` : value;
  }
  return result;
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
