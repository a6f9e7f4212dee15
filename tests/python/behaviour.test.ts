/** Programs by feature, and what CPython 3.13 prints for them. */
import { describe, expect, test } from 'vitest';
import { ending } from './cases.ts';

type Case = readonly [program: string, printed: string];

const FEATURES: Readonly<Record<string, readonly Case[]>> = {
  'numbers that end in a point are floats': [
    ['print([1., 2.], 1.e3, 1.+2, 5.//2, 1_0.)', '[1.0, 2.0] 1000.0 3.0 2.0 10.0'],
    ["print('1. 2.', f'{1.}')", '1. 2. 1.0'],
  ],
  'not, and, or bind in that order': [
    ['print(not 1 and 0, not 0 or 1, 1 and not 0 or 0, not (1 and 0))', 'False True True True'],
  ],
  'ints are exact at any size': [
    [
      'print(2 ** 100 // 3, -(2 ** 70) % 7, 10 ** 30 == 1e30, 2 ** 53 + 1 == 2.0 ** 53)',
      '422550200076076467165567735125 5 False False',
    ],
    ['print(10 ** 400 / 10 ** 399, 1 / 3 ** 700)', '10.0 0.0'],
  ],
  'JavaScript’s names are ordinary names': [
    ['constructor = 1\n__proto__ = 2\nprint(constructor, __proto__, {"__proto__": 3}["__proto__"])', '1 2 3'],
    ['print(toString)', " | NameError: name 'toString' is not defined (1)"],
    ['class A: pass\nA().constructor', " | AttributeError: 'A' object has no attribute 'constructor' (2)"],
    ['print({}.hasOwnProperty)', " | AttributeError: 'dict' object has no attribute 'hasOwnProperty' (1)"],
    ['print("a".length)', " | AttributeError: 'str' object has no attribute 'length' (1)"],
  ],
  'recursion without end is an error of Python': [
    ['def f(n):\n    return 0 if n == 0 else 1 + f(n - 1)\nprint(f(800))', '800'],
    ['def f(n):\n    return f(n + 1)\nf(0)', ' | RecursionError: maximum recursion depth exceeded (2)'],
    [
      'def g(n):\n    try:\n        yield from g(n + 1)\n    except RecursionError as e:\n        yield str(e)[:7]\nprint(next(g(0)))',
      'maximum',
    ],
    ['a = []\na.append(a)\nprint(a == a, a)', 'True [[...]]'],
  ],
  'None is a value like any other': [
    [
      'x = None\nprint(x, {"k": None}.get("k", 5), getattr(print, "__doc__", 3), next(iter([None]), 4))',
      'None None None None',
    ],
    ['def f(a=1):\n    return a\nprint(f(None))', 'None'],
  ],
  'sets of numbers go in CPython’s order': [
    [
      'print({3, 1, 2}, {100, 5, 64, 8}, set(range(5, 0, -1)), {-1, -2, 0.5})',
      '{1, 2, 3} {64, 8, 100, 5} {1, 2, 3, 4, 5} {0.5, -1, -2}',
    ],
  ],
  'strings count code points': [['s = "a😀é"\nprint(len(s), s[1], s[::-1], s.find("é"))', '3 😀 é😀a 2']],
  'OSError reads an error number, a text and a file': [
    [
      'try:\n    raise OSError(2, "No such file", "f.txt")\nexcept IOError as e:\n    print(repr(e), e, e.errno, e.filename)',
      "FileNotFoundError(2, 'No such file') [Errno 2] No such file: 'f.txt' 2 f.txt",
    ],
    ['raise OSError("disk")', ' | OSError: disk (1)'],
  ],
  'a generator goes on in the midst of any statement': [
    [
      'def a():\n    x = 0\n    while True:\n        try:\n            got = yield x\n            x = got or x + 1\n        except ValueError as e:\n            yield ("caught", str(e))\n            print("after", e)\n        finally:\n            if x == 1:\n                yield "finally"\ng = a()\nprint(next(g), next(g), next(g), g.send(10), g.throw(ValueError("v")), next(g))',
      "after v\n0 finally 1 10 ('caught', 'v') 10",
    ],
    [
      'class C:\n    def __enter__(self): print("enter"); return 5\n    def __exit__(self, kind, value, trace): print("exit", kind)\ndef b():\n    for i in range(2):\n        with C() as c:\n            for j in "ab":\n                k = yield (i, j, c)\n                if k == "skip":\n                    break\n            else:\n                yield "else"\n    else:\n        yield "end"\ng = b()\nprint(next(g), next(g), next(g), next(g))\nprint(g.send("skip"), list(g))',
      "enter\nexit None\nenter\n(0, 'a', 5) (0, 'b', 5) else (1, 'a', 5)\nexit None\nend []",
    ],
    [
      'def h():\n    try:\n        raise ValueError("first")\n    except ValueError:\n        yield 1\n        try:\n            raise\n        except ValueError as e:\n            yield repr(e)\nprint(list(h()))',
      '[1, "ValueError(\'first\')"]',
    ],
  ],
  'yield from passes on what is sent and thrown': [
    [
      'def inner():\n    try:\n        got = yield 1\n        print("got", got)\n        yield 2\n    except ValueError as e:\n        yield str(e)\n    finally:\n        print("closed")\n    return "done"\ndef outer():\n    result = yield from inner()\n    yield result\n    yield from [7, 8]\ng = outer()\nprint(next(g), g.send("hi"), g.throw(ValueError("v")), next(g), list(g))\ng = outer()\nnext(g)\ng.close()',
      'got hi\nclosed\n1 2 v done [7, 8]\nclosed',
    ],
  ],
  'a width beyond reason is an error of Python, by either way of formatting': [
    ['try:\n    "%200000000d" % 3\nexcept ValueError:\n    print("refused")', 'refused'],
    ['try:\n    f"{3:200000000d}"\nexcept ValueError:\n    print("refused")', 'refused'],
  ],
  'a long text is looked into without being taken apart': [
    [
      's = "ab" * 50000\nn = 0\nfor i in range(5000):\n    n += len(s[i])\nprint(n, s[-1], "a😀c"[1])',
      '5000 b 😀',
    ],
  ],
  'dir gives sorted names': [
    [
      'print([n for n in dir("") if n.startswith("is")][:3], "real" in dir(3))',
      "['isalnum', 'isalpha', 'isascii'] True",
    ],
    ['class A:\n    def __dir__(self): return ["b", "a"]\nprint(dir(A()))', "['a', 'b']"],
  ],
  'parentheses around contexts make no tuple': [
    [
      'class A:\n    def __enter__(self): print("in")\n    def __exit__(self, *a): print("out")\nwith (A(), A()):\n    print("body")',
      'in\nin\nbody\nout\nout',
    ],
  ],
  'identity is told where it is certain': [
    [
      'x = 1.5\nprint(x is x, 7 is 3 + 4, 1.5 is not 2.5, "ab" is "ab", x is None)',
      'True True True True False',
    ],
    [
      'a = 500\nprint(a * 2 is a + a)',
      " | refused: `is` asks how equal numbers or strings were made, which this book's Python does not keep: use `==` (2:7)",
    ],
  ],
  'what is not offered says so with its place': [
    ...[
      ['with (open("a") as f):\n    pass', '`as` within the parentheses of `with`', '1:17'],
      ['with a as b.c:\n    pass', '`with … as` an attribute or item', '1:12'],
      ['with a as (b, c):\n    pass', '`with … as` several names', '1:11'],
      ['for x in *a, b:\n    pass', '`*` after `in`', '1:10'],
      ['a[*b]', '`*` within square brackets', '1:3'],
    ].map(
      ([program = '', construct, place]): Case => [
        program,
        ` | refused: ${construct} is not part of this book's Python yet (${place})`,
      ],
    ),
    ['x = 2j', " | refused: a complex number is not part of this book's Python yet (1:5)"],
    ['import asyncio', ''],
    [
      'import pickle\npickle.dumps([1])',
      " | refused: pickle.dumps is not part of this book's Python yet (2:1)",
    ],
    [
      'from pickle import dumps\nprint(1)\ndumps([1])',
      "1 | refused: pickle.dumps is not part of this book's Python yet (3:1)",
    ],
    [
      'class A(set): pass',
      " | refused: a class that extends set is not part of this book's Python yet (1:1)",
    ],
    [
      'try:\n    eval("1")\nexcept Exception:\n    print("caught")',
      " | refused: `eval()` is not part of this book's Python yet (2:5)",
    ],
  ],
};

describe.each(Object.entries(FEATURES))('%s', (_feature, cases) => {
  test.each(cases)('%j', (program, printed) => expect(ending(program)).toBe(printed));
});
