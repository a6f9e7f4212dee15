/** Figures of a run as text and as SVG. */
import { describe, expect, it } from 'vitest';
import { describeFigure, figureSvg } from '../../src/plot/index.ts';
import { type FigureData, prepareAll, runProgram } from '../../src/python/index.ts';

await prepareAll();

function figureOf(program: string): FigureData {
  const { figures, outcome } = runProgram(`import matplotlib.pyplot as plt\n${program}\n`);
  expect(outcome).toEqual({ kind: 'finished' });
  return figures[0] as FigureData;
}

const count = (svg: string, pattern: RegExp): number => svg.match(pattern)?.length ?? 0;

describe('the text twin', () => {
  it.each([
    [
      "plt.plot([0, 10], [0, 1/3], label='third')\nplt.title('T')\nplt.xlabel('time')",
      [
        'Figure: T',
        'x (time) from -0.5 to 10.5, y from -0.01667 to 0.35',
        'Line “third” through (0, 0), (10, 0.3333)',
      ],
    ],
    ['plt.scatter([1], [2])', ['Figure', 'x from 0.945 to 1.055, y from 1.89 to 2.11', '1 point: (1, 2)']],
    ["plt.bar(['a', 'b'], [1, 2])", ['Figure', 'x from -0.49 to 1.49, y from 0 to 2.1', '2 bars: a 1, b 2']],
    [
      'plt.imshow([[1, 2]])',
      [
        'Figure',
        'x from -0.5 to 1.5, y from 0.5 to -0.5',
        'Image of 1 row and 2 columns, from 1 (dark) to 2 (light)',
      ],
    ],
    [
      'plt.quiver(0, 0, 1, 2)\nplt.axvline(1)\nplt.axis([0, 2, 0, 2])',
      ['Figure', 'x from 0 to 2, y from 0 to 2', '1 arrow: (1, 2) at (0, 0)', 'Line at x = 1'],
    ],
  ])('of %s', (program, lines) => {
    expect(describeFigure(figureOf(program))).toEqual(lines);
  });

  it('counts axes, and the points that it leaves out', () => {
    const figure = figureOf(
      "fig, axs = plt.subplots(1, 2)\nfig.suptitle('S')\naxs[0].plot(range(9))\naxs[1].set_title('right')",
    );
    expect(describeFigure(figure)).toEqual([
      'Figure: S',
      'Axes 1 of 2',
      'x from -0.4 to 8.4, y from -0.4 to 8.4',
      'Line through (0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5) and 3 more',
      'Axes 2 of 2: right',
      'x from 0 to 1, y from 0 to 1',
    ]);
  });
});

describe('the SVG', () => {
  it('has the size of the figure and says what the text twin says', () => {
    const svg = figureSvg(figureOf("plt.figure(figsize=(5, 3))\nplt.plot([1, 2])\nplt.title('A < B')"), 'f');
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 360 216"/);
    expect(svg).toContain('aria-labelledby="f-title f-text"');
    expect(svg).toContain('<title id="f-title">Figure: A &#60; B</title>');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('puts values where the scales say', () => {
    // The axes reach from 52 to 446.8 pixels; 0 and 1 lie a 22nd of that from either end.
    const svg = figureSvg(figureOf('plt.plot([0, 1], [0, 1])'));
    const [, x1, , x2] = /<path d="M([\d.]+),([\d.]+)L([\d.]+),/.exec(svg) ?? [];
    const width = 446.8 - 52;
    expect(Number(x1)).toBeCloseTo(52 + width / 22, 1);
    expect(Number(x2)).toBeCloseTo(446.8 - width / 22, 1);
  });

  it.each([
    ['plt.scatter([1, 2, 3], [1, 2, 3])', /<path d="[^"]*" transform/g, 3],
    ["plt.plot([1, 2], 's--')", /stroke-dasharray/g, 1],
    ['plt.imshow([[1, 2], [3, 4]])', /fill="rgb\(/g, 4],
    ['plt.bar([1, 2], [3, 4])', /fill="var\(--x, #2a4074\)"/g, 2],
    ["plt.plot([1], label='a')\nplt.legend()", />a<\/text>/g, 1],
    ["plt.plot([1], label='a')", />a<\/text>/g, 0],
    ['plt.plot([1, 2])\nplt.grid()', /stroke-opacity="0.15"/g, 12],
    ["plt.plot([1, 2])\nplt.axis('off')", /<text/g, 0],
  ])('of %s has its elements', (program, pattern, expected) => {
    expect(count(figureSvg(figureOf(program)), pattern)).toBe(expected);
  });

  it('leaves out what is no number', () => {
    const svg = figureSvg(figureOf("plt.plot([1, float('nan'), 2, 3], 'o-')"));
    expect(svg.replace(/<desc.*<\/desc>/s, '')).not.toContain('NaN');
    expect(count(svg, /transform="translate/g)).toBe(3);
    expect(svg).not.toContain('></text>');
  });

  it('draws a unit as long on both axes where they are equal', () => {
    const svg = figureSvg(
      figureOf(
        "plt.quiver(0, 0, 1, 1, angles='xy', scale_units='xy', scale=1)\nplt.axis([-1, 2, -1, 2])\nplt.axis('equal')",
      ),
    );
    const [, x1, y1, x2, y2] = (/<path d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)/.exec(svg) ?? []).map(
      Number,
    ) as number[];
    expect((x2 as number) - (x1 as number)).toBeCloseTo((y1 as number) - (y2 as number), 1);
  });
});
