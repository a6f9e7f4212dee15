/** A program looks the same whether the build highlighted it or, after a change, the page. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bookTokens, withoutMarkers } from '../../src/listing/build/index.ts';
import { programTokens } from '../../src/listing/highlight/index.ts';
import type { TokenLine } from '../../src/listing/index.ts';

const HUES = new Map([
  ['x', 'x'],
  ['W', 'w'],
  ['b', 'b'],
  ['z', 'z'],
  ['layer.weight', 'w'],
] as const);

const programs = [...globSync('content/*/*/listings/*.py'), ...globSync('tests/goldens/programs*/**/*.py')];

/** The kinds of difference that are known, each a pattern of the line that shows it. */
const MAY_DIFFER: readonly RegExp[] = [
  // Shiki takes a raw string for a regular expression.
  /\br[bf]?["']/i,
  // It sets off the places of % and of format() inside a string, which are text to Python's parser.
  /["'] %|\.format\(/,
  // It leaves out a colon before a fill character: {x:*^8}.
  /\{[^{}]*:[^{}][<>^]/,
  // It sees no operator in an equals sign between spaces: {x = :.2f}.
  /\{\w+ = /,
];

const textOf = (line: TokenLine) => line.map(({ text }) => text).join('');

describe.each(programs)('%s', (path) => {
  const text = withoutMarkers(readFileSync(path, 'utf8')).replaceAll('\r\n', '\n').replace(/\n$/, '');

  it('has the same tokens from Shiki and from the syntax tree', () => {
    const built = bookTokens(text, HUES);
    const changed = programTokens(text, HUES);
    expect(changed.map(textOf).join('\n')).toBe(text);
    expect(built.map(textOf).join('\n')).toBe(text);
    const different = built.flatMap((line, k) =>
      JSON.stringify(line) === JSON.stringify(changed[k]) ||
      MAY_DIFFER.some((known) => known.test(textOf(line)))
        ? []
        : { built: line, changed: changed[k] },
    );
    expect(different).toEqual([]);
  });
});
