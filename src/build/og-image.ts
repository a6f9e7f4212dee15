/**
 * The picture that a shared link shows, drawn at build in the book's own typefaces and colours. Nothing of the
 * system's fonts is used: satori turns text into outlines, sharp turns the outlines into a PNG.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type CSSProperties, createElement as h, type ReactNode } from 'react';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import subsetFont from 'subset-font';

export type OgCard = {
  readonly title: string;
  /** The line above the title: the book and the section's position in it. */
  readonly kicker: string;
  /** A formula in plain text; x, W, b, z and a get their colours. The layer of the book's name when absent. */
  readonly formula?: string;
};

const WIDTH_PX = 1200;
const HEIGHT_PX = 630;

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

/** Returns the light theme's value of a token such as `paper`. Throws on a token that is not there. */
function colour(token: string): string {
  const [, light] = tokens.match(new RegExp(`--${token}:\\s*light-dark\\(\\s*(#[\\da-f]+)`, 'i')) ?? [];
  if (!light)
    throw new Error(`tokens.css has no colour --${token}: light-dark(#…, …), which the picture needs.`);
  return light;
}

const PAPER = colour('paper');
const INK = colour('ink');
const SOFT = colour('soft');
const RULE = colour('rule');
const MEANING: Readonly<Record<string, string>> = Object.fromEntries(
  ['x', 'W', 'b', 'z', 'a'].map((symbol) => [symbol, colour(symbol.toLowerCase())]),
);

/** Draws the picture: 1200×630 pixels, PNG. Throws where a character is in none of the book's faces. */
export async function ogImage(card: OgCard): Promise<Buffer> {
  const svg = await satori(drawing(card), {
    width: WIDTH_PX,
    height: HEIGHT_PX,
    fonts: await faces(),
    loadAdditionalAsset: async (_, text) => {
      throw new Error(
        `The social picture of "${card.title}" cannot draw "${text}": no face of the book has it.`,
      );
    },
  });
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
}

function box(style: CSSProperties, ...children: ReactNode[]): ReactNode {
  return h('div', { style: { display: 'flex', ...style } }, ...children);
}

function drawing({ title, kicker, formula = 'z = Wx + b' }: OgCard): ReactNode {
  const titlePx = title.length > 48 ? 68 : 88;
  return box(
    {
      ...{
        boxSizing: 'border-box',
        width: '100%',
        height: '100%',
        flexDirection: 'column',
        justifyContent: 'space-between',
      },
      ...{ padding: '72px 84px', background: PAPER, color: INK, fontFamily: 'Serif' },
    },
    box({ fontFamily: 'Sans', fontSize: 32, color: SOFT }, kicker),
    box({ fontSize: titlePx, fontWeight: 600, lineHeight: 1.12, letterSpacing: '-0.01em' }, title),
    box(
      { borderTop: `3px solid ${RULE}`, paddingTop: 32, fontSize: 64, fontStyle: 'italic' },
      ...[...formula].map((character) =>
        h('span', { style: { color: MEANING[character] ?? INK, whiteSpace: 'pre' } }, character),
      ),
    ),
  );
}

const require = createRequire(import.meta.url);
let loadedFaces: Promise<Font[]> | undefined;

/** Returns the three faces of the picture as static instances; made once for all pictures of a build. */
function faces(): Promise<Font[]> {
  loadedFaces ??= Promise.all(
    ['latin', 'latin-ext', 'greek'].flatMap((script) => [
      instance(`source-serif-4`, script, { name: 'Serif', weight: 600, style: 'normal' }),
      instance(`source-serif-4`, script, { name: 'Serif', weight: 400, style: 'italic' }),
      instance(`inter`, script, { name: 'Sans', weight: 400, style: 'normal' }),
    ]),
  );
  return loadedFaces;
}

async function instance(family: string, script: string, face: Omit<Font, 'data'>): Promise<Font> {
  const file = `@fontsource-variable/${family}/files/${family}-${script}-wght-${face.style}.woff2`;
  const variable = await readFile(require.resolve(file));
  // satori reads neither woff2 nor variable fonts, and none of the layout features is needed.
  const data = await subsetFont(variable, undefined, {
    targetFormat: 'sfnt',
    keepAllGlyphs: true,
    keepFeatures: ['kern'],
    variationAxes: { wght: face.weight ?? 400 },
  });
  return { ...face, name: script === 'latin' ? face.name : `${face.name} ${script}`, data };
}
