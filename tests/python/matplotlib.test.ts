/** What a program draws with matplotlib comes out of the run as data. */
import { describe, expect, it } from 'vitest';
import { prepareAll, runProgram } from '../../src/python/index.ts';

await prepareAll();

const run = (program: string) => runProgram(`import matplotlib.pyplot as plt\n${program}\n`);
const axesOf = (program: string) => {
  const { figures, outcome } = run(program);
  expect(outcome).toEqual({ kind: 'finished' });
  const axes = figures[0]?.axes[0];
  if (axes === undefined) throw new Error('no axes were drawn');
  return axes;
};
const closeTo = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 10));

describe('a line', () => {
  it.each([
    ['plt.plot([1, 2, 4])', [0, 1, 2], [1, 2, 4]],
    ['plt.plot([5, 6], [1, 2])', [5, 6], [1, 2]],
    ['import numpy as np\nplt.plot(np.arange(3), np.arange(3) ** 2)', [0, 1, 2], [0, 1, 4]],
    ['import torch\nplt.plot(torch.tensor([1.0, 2.0]))', [0, 1], [1, 2]],
    ['plt.plot(range(2), (3, 4))', [0, 1], [3, 4]],
  ])('%s goes through the points given', (program, x, y) => {
    expect(axesOf(program).marks).toMatchObject([{ kind: 'line', x, y, dash: 'solid' }]);
  });

  it.each([
    ["plt.plot([1], 'ro--')", { color: 'red', marker: 'o', dash: 'dashed' }],
    ["plt.plot([1], 'b.')", { color: 'blue', marker: '.', dash: 'none' }],
    ["plt.plot([1], ':')", { color: 0, marker: undefined, dash: 'dotted' }],
    ["plt.plot([1], 'C2-.')", { color: 2, dash: 'dashdot' }],
    [
      "plt.plot([1], color='tab:orange', linestyle='--', label='a')",
      { color: 'orange', dash: 'dashed', label: 'a' },
    ],
    ["plt.plot([1], c=(1, 0, 0.5), ls='', marker='s')", { color: '#ff0080', dash: 'none', marker: 's' }],
  ])('%s has its style', (program, style) => {
    expect(axesOf(program).marks).toMatchObject([style]);
  });

  it('of several takes the next colour of the cycle, which scatter and bar count apart', () => {
    const program =
      "plt.plot([1])\nplt.plot([2], [3], 'g', [4], [5])\nplt.plot([1])\nplt.scatter([1], [2])\nplt.bar([1], [2])";
    expect(axesOf(program).marks.map(({ color }) => color)).toEqual([0, 'green', 1, 2, 0, 1]);
  });

  it('of a matrix is one for each column', () => {
    expect(axesOf('plt.plot([[1, 10], [2, 20]])').marks).toMatchObject([{ y: [1, 2] }, { y: [10, 20] }]);
  });
});

describe('the limits', () => {
  it.each([
    ['plt.plot([0, 10], [0, 100])', [-0.5, 10.5], [-5, 105]],
    ['plt.scatter([1, 3], [2, 2])', [0.9, 3.1], [1.89, 2.11]],
    ['plt.plot([0], [0])', [-0.055, 0.055], [-0.055, 0.055]],
    ['plt.bar([0, 1], [3, 5])', [-0.49, 1.49], [0, 5.25]],
    ['plt.bar([0], [-2])', [-0.44, 0.44], [-2.1, 0]],
    ['plt.imshow([[1, 2, 3], [4, 5, 6]])', [-0.5, 2.5], [1.5, -0.5]],
    ['plt.quiver([0, 2], [0, 4], [1, 1], [1, 1])', [-0.1, 2.1], [-0.2, 4.2]],
    ['plt.plot([0, 1], [0, 1])\nplt.axhline(3)', [-0.05, 1.05], [-0.15, 3.15]],
    ['plt.plot([1, float("nan"), 3])', [-0.1, 2.1], [0.9, 3.1]],
    ['plt.title("empty")', [0, 1], [0, 1]],
    ['plt.plot([1, 2])\nplt.xlim(-1, 4)\nplt.ylim((0, 9))', [-1, 4], [0, 9]],
    ['plt.plot([0, 10], [0, 10])\nplt.xlim(left=2)\nplt.ylim(top=3)', [2, 10.5], [-0.5, 3]],
    ['plt.axis([0, 1, 2, 3])', [0, 1], [2, 3]],
  ])('of %s', (program, x, y) => {
    const axes = axesOf(program);
    expect([axes.x, axes.y]).toEqual([closeTo(x), closeTo(y)]);
  });

  it('are told to the program', () => {
    expect(run('plt.plot([0, 10])\nprint(plt.xlim(), plt.gca().get_ylim())').stdout).toBe(
      '(-0.05, 1.05) (-0.5, 10.5)\n',
    );
  });
});

describe('what stands around the marks', () => {
  it('is kept', () => {
    const program =
      "plt.plot([1], label='l')\nplt.title('t')\nplt.xlabel('a')\nplt.ylabel('b')\nplt.grid()\nplt.legend()\nplt.axis('equal')";
    expect(axesOf(program)).toMatchObject({
      title: 't',
      xLabel: 'a',
      yLabel: 'b',
      grid: true,
      legend: true,
      equal: true,
      visible: true,
    });
  });

  it('can be switched off, and legends can be given', () => {
    const axes = axesOf(
      "plt.plot([1])\nplt.plot([2])\nplt.legend(['p', 'q'])\nplt.grid(False)\nplt.axis('off')",
    );
    expect(axes).toMatchObject({ grid: false, visible: false, marks: [{ label: 'p' }, { label: 'q' }] });
  });

  it('names bars by texts', () => {
    expect(axesOf("plt.bar(['a', 'b'], [1, 2])")).toMatchObject({
      xNames: ['a', 'b'],
      marks: [{ x: [0, 1] }],
    });
  });
});

describe('figures', () => {
  it('begin anew after show, and with figure and subplots', () => {
    const { figures } = run(
      'plt.plot([1])\nplt.show()\nplt.plot([2])\nplt.figure(figsize=(3, 2))\nplt.plot([3])\nfig, ax = plt.subplots()\nax.plot([4])',
    );
    expect(figures.map(({ width, axes }) => [width, axes[0]?.marks.length])).toEqual([
      [6.4, 1],
      [6.4, 1],
      [3, 1],
      [6.4, 1],
    ]);
  });

  it('hold a grid of axes, indexed and walked over as an array', () => {
    const program =
      "fig, axs = plt.subplots(2, 2)\nfor i, ax in enumerate(axs.flat):\n    ax.set_title(str(i))\naxs[1, 0].plot([1])\nfig.suptitle('all')\nprint(axs.shape, len(axs), axs[0].shape)";
    const { figures, stdout } = run(program);
    expect(stdout).toBe('(2, 2) 2 (2,)\n');
    expect(figures).toMatchObject([{ rows: 2, columns: 2, title: 'all' }]);
    expect(
      figures[0]?.axes.map(({ row, column, title, marks }) => [row, column, title, marks.length]),
    ).toEqual([
      [0, 0, '0', 0],
      [0, 1, '1', 0],
      [1, 0, '2', 1],
      [1, 1, '3', 0],
    ]);
  });

  it('are divided by subplot', () => {
    const { figures } = run('plt.subplot(1, 2, 2)\nplt.plot([1])\nplt.subplot(121)\nplt.plot([2])');
    expect(figures).toMatchObject([{ columns: 2, axes: [{ column: 1 }, { column: 0 }] }]);
  });

  it('are none in a run that draws none', () => {
    expect(run('x = 1').figures).toEqual([]);
  });
});

describe('what is refused or wrong', () => {
  it.each([
    ['plt.hist([1])', "plt.hist is not part of this book's matplotlib"],
    ['plt.savefig("a.png")', "plt.savefig is not part of this book's matplotlib"],
    [
      'plt.scatter([1, 2], [1, 2], c=[1, 2])',
      "a colour for each point is not part of this book's matplotlib",
    ],
    ['import matplotlib\nmatplotlib.animation', "matplotlib.animation is not part of this book's matplotlib"],
  ])('%s', (program, message) => {
    expect(run(program).outcome).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    [
      'plt.plot([1, 2], [1])',
      'ValueError',
      'x and y must have same first dimension, but have shapes (2,) and (1,)',
    ],
    ['plt.scatter([1, 2], [1])', 'ValueError', 'x and y must be the same size'],
    ['plt.plot([1], "q")', 'ValueError', "'q' is not a valid format string (unrecognized character 'q')"],
    ['plt.subplots(1, 2)[1][2]', 'IndexError', 'index 2 is out of bounds for axis 0 with size 2'],
    ['plt.subplot(1, 2, 3)', 'ValueError', 'num must be an integer with 1 <= num <= 2, not 3'],
    ['plt.foo()', 'AttributeError', "module 'matplotlib.pyplot' has no attribute 'foo'"],
  ])('%s raises', (program, type, message) => {
    expect(run(program).outcome).toMatchObject({ kind: 'raised', exception: { type, message } });
  });
});

describe('keyword arguments beside those that are drawn', () => {
  it.each([
    'plt.scatter([0, 1], [2, 3], cmap="viridis", edgecolors="k")',
    'plt.scatter([0, 1], [2, 3], linewidths=2, zorder=3)',
  ])('that change no data leave %s as it is', (program) => {
    expect(axesOf(program)).toEqual(axesOf('plt.scatter([0, 1], [2, 3])'));
  });

  it('are refused by name where they change what is drawn', () => {
    expect(run('plt.plot([1, 2], drawstyle="steps")').outcome).toMatchObject({
      kind: 'refused',
      message: "Axes.plot(drawstyle=) is not part of this book's matplotlib",
    });
  });
});
