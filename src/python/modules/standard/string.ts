/** `string` and `textwrap`: https://docs.python.org/3/library/string.html */
import { type PyDict, PyList, str, toIndex, type Value } from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const whitespace = ' \t\n\r\v\f';

const CONSTANTS: readonly (readonly [string, string])[] = [
  ['ascii_lowercase', lower],
  ['ascii_uppercase', lower.toUpperCase()],
  ['ascii_letters', lower + lower.toUpperCase()],
  ['digits', digits],
  ['hexdigits', `${digits}abcdefABCDEF`],
  ['octdigits', '01234567'],
  ['punctuation', punctuation],
  ['whitespace', whitespace],
  ['printable', digits + lower + lower.toUpperCase() + punctuation + whitespace],
];

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

export const stringModules: Modules = standardModule(
  'string',
  () => [
    ...CONSTANTS,
    fn('string', 'capwords', 's, sep=None', (text, separator) => {
      const words = separator === null ? str(text).trim().split(/\s+/) : str(text).split(str(separator));
      return words.map(capitalised).join(separator === null ? ' ' : str(separator));
    }),
  ],
  'Formatter Template',
);

/** Words in lines of at most `width` characters; a longer word is broken. */
function wrapped(text: string, width: number, first: string, later: string): string[] {
  const lines: string[] = [];
  let line = '';
  const indent = () => (lines.length === 0 ? first : later);
  for (const word of text
    .replace(/[\t\n\v\f\r]/g, ' ')
    .split(/ +/)
    .filter(Boolean)) {
    let rest = word;
    for (;;) {
      const free = width - indent().length - (line === '' ? 0 : line.length + 1);
      if (rest.length <= free) break;
      if (line !== '') {
        lines.push(indent() + line);
        line = '';
        continue;
      }
      lines.push(indent() + rest.slice(0, Math.max(1, free)));
      rest = rest.slice(Math.max(1, free));
    }
    if (rest !== '') line = line === '' ? rest : `${line} ${rest}`;
  }
  if (line !== '') lines.push(indent() + line);
  return lines;
}

/** Takes off the white space that all lines begin with; lines of white space alone become empty. */
function dedented(text: string): string {
  const lines = text.split('\n').map((line) => (/^[ \t]*$/.test(line) ? '' : line));
  const margins = lines.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  let margin = margins[0] ?? '';
  for (const each of margins) while (!each.startsWith(margin)) margin = margin.slice(0, -1);
  return lines.map((line) => line.slice(margin.length)).join('\n');
}

const indented = (text: string, prefix: string): string =>
  text.replace(/^.*\S.*$/gm, (line) => prefix + line);

const lines = (text: Value, width: Value, options: PyDict): string[] =>
  wrapped(
    str(text),
    Number(toIndex(width)),
    str(options.get('initial_indent') ?? ''),
    str(options.get('subsequent_indent') ?? ''),
  );

export const textwrapModules: Modules = standardModule(
  'textwrap',
  () => [
    fn(
      'textwrap',
      'wrap',
      'text, width=70, **options',
      (text, width, options) => new PyList(lines(text, width, options)),
    ),
    fn('textwrap', 'fill', 'text, width=70, **options', (text, width, options) =>
      lines(text, width, options).join('\n'),
    ),
    fn('textwrap', 'dedent', 'text', (text) => dedented(str(text))),
    fn('textwrap', 'indent', 'text, prefix, predicate=None!', (text, prefix) =>
      indented(str(text), str(prefix)),
    ),
    fn('textwrap', 'shorten', 'text, width, *, placeholder=" [...]"', (text, width, placeholder) => {
      const words = str(text).trim().split(/\s+/);
      const limit = Number(toIndex(width));
      if (words.join(' ').length <= limit) return words.join(' ');
      let count = words.length;
      while (count > 0 && words.slice(0, count).join(' ').length + str(placeholder).length > limit) count--;
      return count === 0 ? str(placeholder).trim() : words.slice(0, count).join(' ') + str(placeholder);
    }),
  ],
  'TextWrapper',
);
