/** The numbers and places of a drawn widget, read out of its markup: what every reader meets of one state. */
import { expect } from 'vitest';
import { shownTables, spokenSums } from './markup.ts';

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll('&#x27;', '’');

export type Drawn = {
  /** The texts of the picture's labels, and of the bars. */
  readonly labels: readonly string[];
  /** Where each named arrow points, in pixels. */
  readonly tips: ReadonlyMap<string, readonly [number, number]>;
  /** The middles of the points, in pixels. */
  readonly points: readonly (readonly [number, number])[];
  /** The sentence of the text twin, and the rows of its table by their first cell. */
  readonly sentence: string;
  readonly rows: ReadonlyMap<string, readonly string[]>;
  /** The last number of each worked sum, as it is spoken. */
  readonly heard: readonly string[];
  readonly matrices: ReturnType<typeof shownTables>;
};

export function readDrawn(html: string): Drawn {
  const twin = /<div class="widget-twin">.*$/s.exec(html)?.[0] ?? '';
  const matches = (pattern: RegExp) => [...html.matchAll(pattern)];
  return {
    labels: matches(/<text class="(?:plane-label|arrow-name|bars-value)"[^>]*>([^<]*)</g).map(
      ([, text = '']) => text,
    ),
    tips: new Map(
      matches(/data-name="([^"]*)">.*?<\/g>/gs).map(([arrow, name = '']) => {
        const [, x, y] =
          /class="arrow-head" d="M([-\d.]+),([-\d.]+)/.exec(arrow) ??
          /cx="([^"]*)" cy="([^"]*)"/.exec(arrow) ??
          [];
        return [name, [Number(x), Number(y)]];
      }),
    ),
    points: matches(/<circle class="point[^"]*"[^>]*cx="([^"]*)" cy="([^"]*)"/g).map(([, x, y]) => [
      Number(x),
      Number(y),
    ]),
    sentence: plain(/<p>(.*?)<\/p>/s.exec(twin)?.[1] ?? ''),
    rows: new Map(
      [...twin.matchAll(/<th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)].map(([, name = '', cells = '']) => [
        plain(name),
        [...cells.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) => plain(cell)),
      ]),
    ),
    heard: spokenSums(html).map((words) => words.split(/ equals | is about /).at(-1) ?? ''),
    matrices: shownTables(html),
  };
}

/** The numbers of a text, written or spoken, in its order. */
function numbersOf(text: string): readonly { readonly value: number; readonly power: number | undefined }[] {
  const written = text
    .replaceAll(/ times ten to the (minus )?(\d+)/g, (_, minus, power) => `e${minus ? '-' : ''}${power}`)
    .replaceAll(
      / × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g,
      (_, raised: string) =>
        `e${[...raised].map((mark) => (mark === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(mark))).join('')}`,
    )
    .replaceAll(/minus (?=\d)/g, '−');
  return [...written.matchAll(/(?<![\d₀₁_])(−?)(\d+(?:\.\d+)?)(?:e(-?\d+))?/g)].map(
    ([, minus, digits, power]) => ({
      value: Number(`${minus ? '-' : ''}${digits}${power === undefined ? '' : `e${power}`}`),
      power: power === undefined ? undefined : Number(power),
    }),
  );
}

/**
 * Expects the numbers of a text to be these, each to the four decimals, or the four digits of a power of ten, that the book
 * writes. `roughness` is what two ways of adding may differ by.
 */
export function expectNumbers(text: string, values: readonly number[], roughness = 0, decimals = 4): void {
  const read = numbersOf(text);
  const isSaid = values.map((value, k) => {
    const said = read[k];
    const half = said?.power === undefined ? 0.5 * 10 ** -decimals : 0.5 * 10 ** (said.power - 3);
    return (
      said !== undefined &&
      Math.abs(said.value - value) <= half * (1 + 1e-9) + roughness + 1e-12 * Math.abs(value)
    );
  });
  if (read.length !== values.length || isSaid.includes(false))
    expect({ text, values }).toEqual({ text, read });
}

/** Pixels are written to two decimals. */
export function expectAt(
  drawn: readonly [number, number] | undefined,
  [x, y]: readonly [number, number],
): void {
  if (drawn === undefined || Math.abs(drawn[0] - x) > 0.011 || Math.abs(drawn[1] - y) > 0.011)
    expect(drawn).toEqual([x, y]);
}
