/** What a trace holds beyond the recorded steps: memory, slots, where it was cut; and what it costs. */
import { describe, expect, test, vi } from 'vitest';
import { PyFunction } from '../../src/python/evaluate/function.ts';
import { prepareAll, runProgram, type Slot } from '../../src/python/index.ts';

await prepareAll();

const steps = (program: string, slots?: ReadonlyMap<number, readonly Slot[]>) =>
  runProgram(program, { trace: true, ...(slots === undefined ? {} : { slots }) }).steps;

describe('a step tells', () => {
  test('which names look into one memory, and where', () => {
    const [, , a, b, c] = steps('import numpy as np\na = np.arange(6)\nb = a[2:]\nc = a.copy()\na[3] = 9\n');
    const places = [a, b, c].flatMap((step) => step?.changed ?? []);
    expect(places.map(({ name, memory, offset }) => [name, memory, offset])).toEqual([
      ['b', 1, 2],
      ['c', 2, 0],
      ['a', 1, 0],
      ['b', 1, 2],
    ]);
  });

  test('that a name looks into another memory, where it reads the same', () => {
    const [, , , step] = steps('import numpy as np\na = np.zeros(2)\nb = a\nb = a.copy()');
    expect(step?.changed).toEqual([]);
    expect(step?.moved).toMatchObject([{ name: 'b', memory: 2 }]);
  });

  test('what the slots of its line gave', () => {
    const expressions = [
      { expression: 'x', format: '.2f' },
      { expression: '[x, 2]' },
      { expression: 'nope' },
    ];
    const [step] = steps('x = 1.5', new Map([[1, expressions]]));
    expect(step?.slots).toEqual([
      { type: 'float', text: '1.50' },
      { type: 'list', text: '[1.5, 2]', cells: ['1.5', '2'] },
      { error: { type: 'NameError', message: "name 'nope' is not defined" } },
    ]);
  });

  test('nothing that a later change could reach', () => {
    const [first] = steps('xs = [1]\nxs.append(2)');
    expect(first?.changed).toMatchObject([{ name: 'xs', repr: '[1]' }]);
    expect(JSON.parse(JSON.stringify(steps('x = 1')))).toEqual(steps('x = 1'));
  });
});

describe('a traceback reads as CPython writes it', () => {
  test.each([
    [
      'def f():\n    return nme\nname = 1\nf()',
      `Traceback (most recent call last):
  File "t.py", line 4, in <module>
    f()
    ~^^
  File "t.py", line 2, in f
    return nme
           ^^^
NameError: name 'nme' is not defined. Did you mean: 'name'?`,
    ],
    [
      'try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError("bad") from e',
      `Traceback (most recent call last):
  File "t.py", line 2, in <module>
    1 / 0
    ~~^~~
ZeroDivisionError: division by zero

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "t.py", line 4, in <module>
    raise ValueError("bad") from e
ValueError: bad`,
    ],
  ])('%j', (program, text) => {
    expect(runProgram(program, { file: 't.py' }).outcome).toMatchObject({ kind: 'raised', traceback: text });
  });
});

describe('a trace costs in proportion to the steps', () => {
  /** Texts that a trace makes for a loop that appends, counted instead of timed. */
  const described = (turns: number) => {
    const { steps: all } = runProgram(`xs = []\nfor i in range(${turns}):\n    xs.append(i)`, {
      trace: true,
    });
    return new Set(all.flatMap(({ changed }) => changed)).size / turns;
  };

  test('and describes a list that grows once for each append', () => {
    expect(described(400)).toBeCloseTo(described(100), 1);
  });

  /** How often `__repr__` of the program runs while `program` is traced. */
  const texts = (program: string): number => {
    const invoke = vi.spyOn(PyFunction.prototype, 'invoke');
    steps(program);
    const calls = invoke.mock.contexts.filter((callee) => (callee as PyFunction).name === '__repr__').length;
    invoke.mockRestore();
    return calls;
  };

  test.each([
    ['self.n', ''],
    ['str(self.rows)', ''],
    ['" ".join(f"{x:.1f}" for row in self.rows for x in row)', ''],
    ['[x * scale for row in self.rows for x in row]', 'scale = 2\n'],
    ['self.text()', ''],
  ])('and asks a `__repr__` with %s once for each change', (expression, setting) => {
    const program = (turns: number) =>
      `${setting}class A:
    def __init__(self):
        self.n = 0
        self.rows = [[1, 2], [3]]
    def text(self):
        return f"{len(self.rows)} rows"
    def __repr__(self):
        return f"A({${expression.replaceAll('"', "'")}})"
a = A()
both = [a, a]
for i in range(${turns}):
    x = i * 2
a.n = 1
a.rows[0].append(4)
`;
    expect(texts(program(50))).toBe(texts(program(5)));
  });

  test('and gives a value that did not change no place in later steps', () => {
    const all = steps('xs = list(range(5000))\nfor i in range(3000):\n    y = i\nprint(len(xs))');
    expect(all.filter(({ changed }) => changed.some(({ name }) => name === 'xs'))).toHaveLength(1);
    expect(all.at(-1)?.out).toBe('5000\n');
  });

  test('which the program is not charged for', () => {
    const limits = { elements: 1_500 };
    const program = 'xs = list(range(1000))\nfor i in range(300):\n    xs[0] = i';
    expect(runProgram(program, { limits, trace: true }).outcome.kind).toBe('finished');
    const slow = 'class A:\n    def __repr__(self):\n        while True: pass\na = A()\nb = 1';
    const { outcome, steps: all } = runProgram(slow, { trace: true, traceLimits: { milliseconds: 20 } });
    expect(outcome.kind).toBe('finished');
    expect(all.at(-2)?.changed).toMatchObject([{ name: 'a', repr: '<unprintable too much to compute>' }]);
  });

  test('and prints nothing that only a snapshot made the program print', () => {
    const program = 'class A:\n    def __repr__(self):\n        print("!")\n        return "A"\na = A()';
    expect(runProgram(program, { trace: true }).stdout).toBe('');
  });
});

describe('a change shows through every name', () => {
  test.each([
    ['xs = [1]\nys = (xs, 2)\nxs.append(3)', ['xs', 'ys']],
    ['xs = [[1]]\nys = xs[0]\nys[0] = 2', ['xs', 'ys']],
    ['d = {"a": [1]}\nxs = d["a"]\nxs += [2]', ['d', 'xs']],
    ['d = {}\ne = d\nd["a"] = 1\ne["b"] = 2', ['d', 'e']],
    ['s = {1}\nt = [s]\ns.add(2)', ['s', 't']],
    ['xs = [1]\nxs[0] = 1', []],
    ['xs = []\nxs.append(xs)', ['xs']],
    ['import numpy as np\na = np.arange(4)\nb = a[::2]\nxs = [b]\na[0] = 9', ['a', 'b', 'xs']],
    [
      'import numpy as np\na = np.array([0.5])\nnp.set_printoptions(precision=1, floatmode="fixed")\nb = 1',
      ['b'],
    ],
    ['import torch\nw = torch.ones(2)\nv = w.view(2, 1)\nw.mul_(2)', ['w', 'v']],
    ['import torch\nw = torch.ones(2, requires_grad=True)\nxs = [w]\nw.sum().backward()', ['w']],
    [
      'class A:\n    def __repr__(self):\n        return str(self.x)\na = A()\na.x = 1\nxs = [a]\na.x = 2',
      ['a', 'xs'],
    ],
    ['class A: pass\na = A()\nA.__repr__ = lambda self: "A"\nb = 1', ['b']],
    ['n = 1\nclass A:\n    def __repr__(self): return f"A{n}"\na = A()\nn = 2', ['n', 'a']],
    ['class A:\n    n = 1\n    def __repr__(self): return f"A{self.n}"\na = A()\nA.n = 2', ['a']],
    [
      'class A:\n    def __init__(self, rows): self.rows = rows\n    def __repr__(self): return str(self.rows)\nrows = [[1], [2]]\na = A(rows)\nrows[1].append(3)',
      ['rows', 'a'],
    ],
    [
      'class A:\n    def __init__(self, rows): self.rows = rows\n    def __repr__(self): return " ".join(str(x + len(row)) for row in self.rows for x in row)\nrows = [[1], [2]]\na = A(rows)\nrows[1].append(3)',
      ['rows', 'a'],
    ],
    [
      'from dataclasses import dataclass\n@dataclass\nclass P:\n    xs: list\np = P([1])\np.xs.append(2)',
      ['p'],
    ],
    [
      'import numpy as np\nclass A:\n    def __init__(self): self.w = np.zeros(2)\n    def __repr__(self): return f"A({self.w.sum()})"\na = A()\na.w[0] = 5',
      ['a'],
    ],
    [
      'class A:\n    def __init__(self): self.it = iter([1, 2, 3, 4, 5, 6, 7, 8])\n    def __repr__(self): return f"A{next(self.it)}"\na = A()\nb = 1',
      ['a', 'b'],
    ],
    [
      'class A:\n    def __repr__(self): return other.text()\nclass B:\n    def text(self): return self.t\nother = B()\nother.t = "x"\na = A()\nother.t = "y"',
      ['a'],
    ],
    [
      'class A:\n    def __repr__(self):\n        try: return late\n        except NameError: return "none"\na = A()\nlate = "now"',
      ['a', 'late'],
    ],
    ['d = {1: 2}\nd[3] = 4\nd[1] = 5', ['d']],
    ['xs = [1, 2]\nxs.pop()\nxs.append(3)\nxs.append(4)', ['xs']],
  ])('%j', (program, names) => {
    expect(
      steps(program)
        .at(-1)
        ?.changed.map(({ name }) => name),
    ).toEqual(names);
  });

  test('and through a name that a function keeps for a `__repr__`', () => {
    const program = `def make():
    n = 1
    class A:
        def __repr__(self): return f"A{n}"
    def turn():
        nonlocal n
        n = 2
    return A(), turn
a, turn = make()
turn()
`;
    const shown = steps(program).flatMap(({ changed }) => changed.filter(({ name }) => name === 'a'));
    expect(shown.map(({ repr }) => repr)).toEqual(['A1', 'A2']);
  });

  test('and the texts are those of the values', () => {
    const program =
      'xs = []\nd = {}\nfor i in range(3):\n    xs.append(i)\n    d[i] = str(i)\nxs.pop()\nxs.append(9)';
    const texts = steps(program).flatMap(({ changed }) => changed.filter(({ name }) => name !== 'i'));
    expect(texts.map(({ repr }) => repr)).toEqual([
      '[]',
      '{}',
      '[0]',
      "{0: '0'}",
      '[0, 1]',
      "{0: '0', 1: '1'}",
      '[0, 1, 2]',
      "{0: '0', 1: '1', 2: '2'}",
      '[0, 1]',
      '[0, 1, 9]',
    ]);
  });
});

describe('a trace that is full', () => {
  const program = 'x = 0\nfor i in range(100):\n    x += i\nprint(x)';
  test('says at which step it ends, and the program runs on', () => {
    const run = runProgram(program, { trace: true, traceLimits: { steps: 10 } });
    expect(run.steps).toHaveLength(10);
    expect(run).toMatchObject({
      traceCut: { step: 10, limit: 'steps' },
      stdout: '4950\n',
      outcome: { kind: 'finished' },
    });
    expect(run.steps.at(-1)?.changed).toHaveLength(1);
  });

  test('in bytes too', () => {
    const run = runProgram(program, { trace: true, traceLimits: { bytes: 5000 } });
    expect(run).toMatchObject({ traceCut: { limit: 'bytes', step: run.steps.length }, stdout: '4950\n' });
    expect(run.steps.length).toBeLessThan(60);
  });

  test('drops the values of expressions first', () => {
    const sums = 'for i in range(100):\n    x = i + 1 + 1 + 1 + 1 + 1';
    const run = runProgram(sums, { trace: true, expressions: true, traceLimits: { bytes: 150_000 } });
    expect(run.traceCut).toBeUndefined();
    expect(run.steps.at(1)?.values).toBeDefined();
    expect(run.steps.at(-1)?.values).toBeUndefined();
  });

  test('cuts a long text and says so', () => {
    const run = runProgram('xs = list(range(1000))\nxs.append(1)', {
      trace: true,
      traceLimits: { characters: 30 },
    });
    expect(run.steps.map(({ changed }) => changed)).toMatchObject([
      [{ name: 'xs', repr: '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9,', cut: true }],
      [{ name: 'xs', cut: true }],
    ]);
  });
});
