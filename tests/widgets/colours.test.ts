/**
 * The hues that mean a quantity are told apart with any colour vision, and each can be read as text. Dichromacy is
 * simulated by the matrices of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color
 * vision deficiency" (2009), severity 1, in linear sRGB; distances are Euclidean in OKLab (Ottosson 2020), times 100.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const IDENTITY: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

const VISIONS: Readonly<Record<string, Matrix>> = {
  'common colour vision': IDENTITY,
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** A just noticeable difference is about 2; lines and letters are small, so five times that is asked for. */
const APART = 10;
const HUES = ['x', 'w', 'b', 'z', 'a'];
const GROUNDS = ['paper', 'sheet', 'wash'];

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

function token(name: string, theme: 'light' | 'dark'): Triple {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\((#[\\da-f]{6}), (#[\\da-f]{6})\\)`).exec(tokens) ?? [];
  const hex = theme === 'light' ? light : dark;
  return [linear(hex.slice(1, 3)), linear(hex.slice(3, 5)), linear(hex.slice(5, 7))];
}

function linear(hex: string): number {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function times(matrix: Matrix, [r, g, b]: Triple): Triple {
  const [first, second, third] = matrix.map(([x, y, z]) => x * r + y * g + z * b);
  return [first ?? 0, second ?? 0, third ?? 0];
}

function oklab(colour: Triple): Triple {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    inGamut(colour),
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l ?? 0, m ?? 0, s ?? 0],
  );
}

function fromOklab([L, a, b]: Triple): Triple {
  const [l, m, s] = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    [L, a, b],
  );
  return inGamut(
    times(
      [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.707614701],
      ],
      [(l ?? 0) ** 3, (m ?? 0) ** 3, (s ?? 0) ** 3],
    ),
  );
}

/** The strongest tint of a marked cell: `color-mix(in oklab, …16%)` in matrix.css. */
const TINT = 0.16;

function mix(hue: number, ground: number): number {
  return TINT * hue + (1 - TINT) * ground;
}

function inGamut([r, g, b]: Triple): Triple {
  const held = (value: number) => Math.min(1, Math.max(0, value));
  return [held(r), held(g), held(b)];
}

function distance(one: Triple, other: Triple): number {
  return 100 * Math.hypot(...one.map((value, k) => value - (other[k] ?? 0)));
}

/** The contrast ratio of WCAG 2. */
function contrast(one: Triple, other: Triple): number {
  const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  const [a, b] = [luminance(one), luminance(other)];
  return Math.max(a, b) / Math.min(a, b);
}

describe.each(['light', 'dark'] as const)('the hues of quantities, %s', (theme) => {
  it.each(Object.entries(VISIONS))('are apart with %s', (_, vision) => {
    const seen = HUES.map((hue) => ({ hue, at: oklab(times(vision, token(hue, theme))) }));
    const close = seen.flatMap((one, k) =>
      seen
        .slice(k + 1)
        .map((other) => ({ pair: one.hue + other.hue, by: distance(one.at, other.at) }))
        .filter(({ by }) => by < APART),
    );
    expect(close).toEqual([]);
  });

  it.each(GROUNDS)('can be read as text on %s', (ground) => {
    for (const hue of [...HUES, 'ink', 'soft', 'link'])
      expect(contrast(token(hue, theme), token(ground, theme)), hue).toBeGreaterThanOrEqual(4.5);
  });

  it('can be read as text in a cell that is marked by a tint of the same hue', () => {
    const sheet = oklab(token('sheet', theme));
    for (const hue of HUES) {
      const own = oklab(token(hue, theme));
      const cell = fromOklab([mix(own[0], sheet[0]), mix(own[1], sheet[1]), mix(own[2], sheet[2])]);
      expect(contrast(token(hue, theme), cell), hue).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it('the icon has the hues of the book', () => {
  const icon = readFileSync('public/favicon.svg', 'utf8');
  for (const hue of ['w', 'x']) {
    const [, light, dark] = new RegExp(`--${hue}: light-dark\\((#\\S{6}), (#\\S{6})\\)`).exec(tokens) ?? [];
    expect(icon.match(new RegExp(`\\.${hue} { stroke: (#\\S{6}) }`, 'g'))).toEqual([
      `.${hue} { stroke: ${light} }`,
      `.${hue} { stroke: ${dark} }`,
    ]);
  }
});
