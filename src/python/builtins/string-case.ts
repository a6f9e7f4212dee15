/** Upper and lower case, and the tests of what a string consists of. */
import type { Members } from '../objects/members.ts';
import { characters } from '../operations/items.ts';
import { isPrintable } from '../operations/quote.ts';
import { isSpace } from '../operations/whitespace.ts';

export function title(self: string): string {
  return self.replace(
    /(\p{L})(\p{L}*)/gu,
    (_whole, first: string, rest: string) => capitalFirst(first) + rest.toLowerCase(),
  );
}

function capitalFirst(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length > letter.length ? upper.charAt(0) + upper.slice(1).toLowerCase() : upper;
}

export function capitalize(self: string): string {
  const [first = '', ...rest] = characters(self);
  return capitalFirst(first) + rest.join('').toLowerCase();
}

export function swapCase(self: string): string {
  return characters(self)
    .map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))
    .join('');
}

const TESTS: Readonly<Record<string, (character: string) => boolean>> = {
  isdigit: (character) => /[\p{Nd}\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/u.test(character),
  isdecimal: (character) => /\p{Nd}/u.test(character),
  isnumeric: (character) => /\p{N}/u.test(character),
  isalpha: (character) => /\p{L}/u.test(character),
  isalnum: (character) => /[\p{L}\p{N}]/u.test(character),
  isspace: isSpace,
};

export function defineTests(define: Members<string>): void {
  for (const [name, test] of Object.entries(TESTS))
    define.method(name, '', (self) => self !== '' && characters(self).every(test));
  define
    .method('isascii', '', (self) => characters(self).every((character) => character < '\u0080'))
    .method('isprintable', '', (self) => characters(self).every(isPrintable))
    .method('isidentifier', '', (self) =>
      /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}_]*$/u.test(self),
    )
    .method('isupper', '', (self) => /\p{Lu}/u.test(self) && !/\p{Ll}/u.test(self))
    .method('islower', '', (self) => /\p{Ll}/u.test(self) && !/\p{Lu}/u.test(self))
    .method('istitle', '', (self) => /\p{L}/u.test(self) && title(self) === self);
}
