/**
 * Writes `fallback-fonts.css`: faces that draw with a font of the reader's device in the measures of the book's own,
 * for readers whose book fonts come too late.
 *
 *     node src/styles/fonts/measure-fallbacks.ts FOLDER… > src/styles/fallback-fonts.css
 *
 * FOLDER holds the fonts to measure, by the file names below. Some fonts of Windows and macOS cannot be had freely; a free
 * font of the same widths is measured for each: Gelasio for Georgia, Caladea for Cambria, Liberation for Arial, Times New
 * Roman and Courier New, DejaVu Sans Mono for Menlo, which was made from it.
 *
 * A face's `size-adjust` makes its mean letter as wide as the book's; ascent and descent then give its lines the same
 * height. Letters count as often as they occur in English text (Norvig, "English Letter Frequency Counts", 2013).
 */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { create, type Font } from 'fontkitten';

interface Family {
  readonly prefix: string;
  /** The book's own face. */
  readonly own: string;
  /** Names of fonts on devices, and the file that is measured for each. */
  readonly fallbacks: readonly (readonly [name: string, file: string])[];
}

const FONTS = 'node_modules/@fontsource-variable';

const FAMILIES: readonly Family[] = [
  {
    prefix: 'Text',
    own: `${FONTS}/source-serif-4/files/source-serif-4-latin-wght-normal.woff2`,
    fallbacks: [
      ['Georgia', 'gelasio-latin-400-normal.woff2'],
      ['Cambria', 'Caladea-Regular.ttf'],
      ['Noto Serif', 'NotoSerif-Regular.ttf'],
      ['Times New Roman', 'LiberationSerif-Regular.ttf'],
      ['Liberation Serif', 'LiberationSerif-Regular.ttf'],
      ['DejaVu Serif', 'DejaVuSerif.ttf'],
    ],
  },
  {
    prefix: 'UI',
    own: `${FONTS}/inter/files/inter-latin-wght-normal.woff2`,
    fallbacks: [
      ['Roboto', 'Roboto-Regular.ttf'],
      ['Arial', 'LiberationSans-Regular.ttf'],
      ['Liberation Sans', 'LiberationSans-Regular.ttf'],
      ['DejaVu Sans', 'DejaVuSans.ttf'],
    ],
  },
  {
    prefix: 'Code',
    own: `${FONTS}/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2`,
    fallbacks: [
      ['Menlo', 'DejaVuSansMono.ttf'],
      ['Courier New', 'LiberationMono-Regular.ttf'],
      ['Liberation Mono', 'LiberationMono-Regular.ttf'],
      ['DejaVu Sans Mono', 'DejaVuSansMono.ttf'],
    ],
  },
];

/** Per mille of letters in English text; a space after every 4.7 letters. */
const FREQUENCY = Object.entries({
  e: 125,
  t: 93,
  a: 80,
  o: 76,
  i: 76,
  n: 72,
  s: 65,
  r: 63,
  h: 51,
  l: 41,
  d: 38,
  c: 33,
  u: 27,
  m: 25,
  f: 24,
  p: 21,
  g: 19,
  w: 17,
  y: 17,
  b: 15,
  v: 11,
  k: 5,
  x: 2,
  j: 2,
  q: 1,
  z: 1,
  ' ': 213,
});

function open(path: string): Font {
  const font = create(readFileSync(path));
  if ('fonts' in font) throw new Error(`${path} holds several fonts. Expected one.`);
  return font;
}

/** Returns the mean width of a letter, in em. */
function meanWidth(font: Font): number {
  const total = FREQUENCY.reduce((sum, [, weight]) => sum + weight, 0);
  const sum = FREQUENCY.reduce(
    (all, [letter, weight]) => all + weight * font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth,
    0,
  );
  return sum / total / font.unitsPerEm;
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/** Returns a face named `PREFIX NAME` that draws with the device's font `name` in the measures of `own`. */
function faceOf(prefix: string, name: string, own: Font, fallback: Font): string {
  const size = meanWidth(own) / meanWidth(fallback);
  const share = (length: number) => percent(length / own.unitsPerEm / size);
  return `@font-face {
  font-family: "${prefix} ${name}";
  src: local("${name}");
  size-adjust: ${percent(size)};
  ascent-override: ${share(own.ascent)};
  descent-override: ${share(-own.descent)};
  line-gap-override: ${share(own.lineGap)};
}
`;
}

const files = new Map(
  process.argv
    .slice(2)
    .flatMap((folder) => globSync(`${folder}/**/*.{ttf,woff2}`))
    .map((path) => [basename(path), path]),
);
const faces = FAMILIES.flatMap(({ prefix, own, fallbacks }) =>
  fallbacks.map(([name, file]) => {
    const path = files.get(file);
    if (path === undefined)
      throw new Error(`${file} is in none of the folders. Name a folder that holds it.`);
    return faceOf(prefix, name, open(own), open(path));
  }),
);
process.stdout.write(
  `/* Fonts of the reader's device in the measures of the book's own; written by fonts/measure-fallbacks.ts. */\n${faces.join('\n')}`,
);
