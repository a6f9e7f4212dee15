/** `from book import draw`: what it draws, and how it runs what a reader writes. */
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareAll, runProgram } from '../../src/python/index.ts';

beforeAll(prepareAll);

/** What a program prints with a seed, or the exception that ends it. */
function printed(program: string, seed = 1): string {
  const { stdout, outcome } = runProgram(`from book import draw\nimport numpy as np\n${program}`, { seed });
  const end = outcome.kind === 'raised' ? `${outcome.exception.type}: ${outcome.exception.message}` : '';
  return `${stdout}${end}`.trimEnd();
}

describe('draw', () => {
  test.each([0, 1, 7, 12_345])('draws what random.Random(%i) draws', (seed) => {
    const drawn =
      'print(draw.integers(-6, 7, (2, 3)).tolist(), draw.integers(5), draw.shuffled([1, 2, 3, 4]))';
    const expected = `import random
r = random.Random(${seed})
grid = [[r.randrange(-6, 7) for _ in range(3)] for _ in range(2)]
five, items = r.randrange(5), [1, 2, 3, 4]
r.shuffle(items)
print(grid, five, items)`;
    expect(printed(drawn, seed)).toBe(printed(expected, seed));
  });

  test('draws the same again with the same seed, and something else with another', () => {
    const program = 'print(draw.integers(1000, shape=5))';
    expect(printed(program, 4)).toBe(printed(program, 4));
    expect(printed(program, 4)).not.toBe(printed(program, 5));
  });

  test('leaves out zero where that is asked for', () => {
    expect(printed('print((draw.integers(-1, 2, 500, nonzero=True) == 0).sum())')).toBe('0');
    expect(printed('print((draw.integers(-1, 2, 500) == 0).any())')).toBe('True');
  });

  test('gives integers of NumPy in a shape, and of Python without one', () => {
    expect(printed('print(draw.integers(3, shape=(2, 4)).dtype, draw.integers(3, shape=(2, 4)).shape)')).toBe(
      'int64 (2, 4)',
    );
    expect(
      printed('print(type(draw.integers(3)), type(draw.one_of(1, 2)), type(draw.one_of([1], [2])))'),
    ).toBe("<class 'int'> <class 'int'> <class 'numpy.ndarray'>");
  });

  test('draws signs, and shuffles lists and arrays as what they are', () => {
    expect(printed('s = draw.signs(200)\nprint(set(s.tolist()) == {-1, 1}, s.shape)')).toBe('True (200,)');
    expect(printed('print(draw.shuffled(np.array([3, 3])), draw.shuffled(["a"]))')).toBe("[3 3] ['a']");
  });

  test('asks to draw again where a need is not met', () => {
    expect(printed('draw.need(2 > 1)\nprint("on")')).toBe('on');
    expect(printed('draw.need(1 > 2)')).toBe('DrawAgain: the condition does not hold');
  });

  test('says what it cannot draw', () => {
    expect(printed('draw.integers(3, 3)')).toBe('ValueError: low >= high: there is no integer from 3 to 2');
    expect(printed('draw.integers(0, 1, nonzero=True)')).toMatch(/^ValueError: the only integer/);
    expect(printed('draw.one_of()')).toMatch(/^IndexError/);
  });
});

describe('pieces of a program', () => {
  test('have the value of their last line', () => {
    expect(printed("print(draw.value_of('a[1] = 2.7\\na', a=np.array([1, 1])))")).toBe('[1 2]');
    expect(printed("print(draw.value_of('a = 1'))")).toBe('None');
  });

  test('see the names that they are given, and no others', () => {
    expect(printed("k = 3\ntry:\n    draw.value_of('k')\nexcept NameError as e:\n    print(e)")).toBe(
      "name 'k' is not defined",
    );
  });

  test('have a shape, or raise', () => {
    const shapes =
      "A = np.ones((2, 3))\nprint(draw.shape_or_error('A @ A.T', A=A), draw.shape_or_error('A @ A', A=A))";
    expect(printed(shapes)).toBe('(2, 2) error');
  });

  test('print into a text of their own, up to the error that they meet', () => {
    expect(printed("t = draw.run_lines(['print(1)', 'print(2)'])\nprint(repr(t))")).toBe("'1\\n2'");
    expect(printed("print(draw.run_lines(['z = 1', 'print(z)', 'print(y)', 'print(z)']))")).toBe(
      "1\nNameError: name 'y' is not defined",
    );
    expect(printed("print(draw.run_lines(['if']))")).toBe('SyntaxError: invalid syntax');
  });

  test('are not part of the trace of the program that runs them', () => {
    const { steps } = runProgram("from book import draw\ndraw.run_lines(['a = 1', 'b = 2'])", {
      trace: true,
    });
    expect(steps.map(({ line }) => line)).toEqual([1, 2]);
  });
});
