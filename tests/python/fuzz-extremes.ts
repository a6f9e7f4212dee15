/** Programs that ask for sizes nobody has, and programs whose names are those of JavaScript's own objects. */
import fc from 'fast-check';

const size = fc.oneof(
  fc.integer({ min: -3, max: 40 }).map(String),
  fc.integer({ min: 2, max: 12 }).map((power) => `10 ** ${power}`),
  fc.constantFrom('2 ** 31', '2 ** 53', '-(10 ** 9)', '10 ** 12 + 1'),
);
const shape = fc.oneof(
  size,
  fc.array(size, { minLength: 1, maxLength: 3 }).map((sizes) => `(${sizes.join(', ')},)`),
);

/** Calls with holes for sizes (`#`) and shapes (`@`). */
const NUMPY = [
  'np.zeros(@)',
  'np.full(@, 7)',
  'np.arange(#)',
  'np.arange(0, #, 0.5)',
  'np.linspace(0, 1, #)',
  'np.eye(#)',
  'np.eye(#, k=#)',
  'np.identity(#)',
  'np.tile(a, @)',
  'np.repeat(a, #)',
  'np.repeat(a, [#, #, #])',
  'np.bincount([#])',
  'np.array_split(a, #)',
  'np.broadcast_to(1.0, @).sum()',
  'np.broadcast_to(a[:1], @).max(axis=0)',
  'np.ones(@) @ np.ones(@)',
  'np.outer(np.ones(#), np.ones(#))',
  'np.resize(a, @)',
  'a.reshape(@)',
  'np.roll(a, #)',
  'np.tri(#)',
  'np.diag(np.ones(#))',
  'np.add.outer(np.arange(#), a)',
  'np.meshgrid(np.arange(#), np.arange(#))',
  'np.linalg.matrix_power(np.eye(3), #)',
  'np.vander(a, #)',
  'np.indices(@)',
  'np.random.rand(#)',
  'np.random.randint(0, 5, @)',
  'np.random.permutation(#)',
  'np.random.choice(#, #)',
  'np.cumsum(np.ones(@))',
  'np.sort(np.ones(@))',
  'np.unique(np.zeros(@))',
  'np.array([1] * #)',
  'np.stack([a] * #)',
  'np.concatenate([a] * #)',
  'np.split(np.ones(#), #)',
  'np.pad(a, #)',
  'np.kron(np.ones(#), a)',
];
const TORCH = [
  'torch.zeros(@)',
  'torch.full(@, 7)',
  'torch.arange(#)',
  'torch.linspace(0, 1, #)',
  'torch.eye(#)',
  't.repeat(#)',
  'torch.repeat_interleave(t, #)',
  'torch.repeat_interleave(t, torch.tensor([#, #, #]))',
  't[:1].expand(@).sum()',
  'torch.ones(@) @ torch.ones(@)',
  't.view(@)',
  'torch.rand(@)',
  'torch.randperm(#)',
  'torch.nn.Linear(#, #)',
  'torch.nn.functional.one_hot(torch.tensor([#]))',
  't.split(#)',
  'torch.chunk(t, #)',
  'torch.tile(t, (#,))',
  'torch.tril(torch.ones(#, #))',
  'torch.outer(torch.ones(#), t)',
  'torch.cumsum(torch.ones(#), 0)',
  't.roll(#)',
  'torch.randint(0, 5, (#,))',
  'torch.ones(#).topk(#)',
  'torch.stack([t] * #)',
  'torch.bincount(torch.tensor([#]))',
];
const PYTHON = [
  '[0] * #',
  '"ab" * #',
  '(1, 2) * #',
  'list(range(#))',
  'sum(range(#))',
  'range(#)[#]',
  '"a".ljust(#)',
  '"a".zfill(#)',
  '"\\t".expandtabs(#)',
  'f"{1:{#}}"',
  '"%*d" % (#, 1)',
  'round(1.5, #)',
  '2 ** (#)',
  '1 << #',
  'pow(3, #, 7)',
  'math.factorial(#)',
  'math.comb(#, #)',
  'x[#:#]',
  'x[::#]',
  '"abc"[#:]',
  'list(zip(range(#), x))',
  'sorted(range(#))',
  'set(range(#))',
  'dict.fromkeys(range(#))',
  '[i for i in range(#)]',
  'max(range(#))',
  'any(i < 0 for i in range(#))',
  'str(10 ** #)[:9]',
  '"a,b".split(",", #)',
  '"aa".replace("a", "b" * #)',
  '(", ".join(["ab"] * #))[:9]',
  'x.insert(#, 1)',
  'x.pop(#)',
  'int("1" * #)',
  'float(#)',
  'f"{1.5:.{#}f}"',
  'hash(#)',
  'bin(#)',
  'divmod(#, #)',
  'slice(#).indices(#)',
  'chr(#)',
  'x.__iadd__([0] * #)',
];

const filled = (call: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(size, { minLength: 4, maxLength: 4 }), fc.array(shape, { minLength: 2, maxLength: 2 }))
    .map(([sizes, shapes]) => {
      let [nextSize, nextShape] = [0, 0];
      return call
        .replace(/#/g, () => sizes[nextSize++ % sizes.length] ?? '1')
        .replace(/@/g, () => shapes[nextShape++ % shapes.length] ?? '1');
    });

/** One call with sizes of up to 10**12 in any of its arguments. */
export const hugeSizes = fc.oneof(
  fc
    .constantFrom(...NUMPY)
    .chain(filled)
    .map((call) => `import numpy as np\na = np.arange(3)\nx = ${call}\n`),
  fc
    .constantFrom(...TORCH)
    .chain(filled)
    .map((call) => `import torch\nt = torch.arange(3)\nx = ${call}\n`),
  fc
    .constantFrom(...PYTHON)
    .chain(filled)
    .map((call) => `import math\nx = [1, 2, 3]\ny = ${call}\n`),
);

const name = fc.constantFrom(
  'constructor',
  'toString',
  'hasOwnProperty',
  '__proto__',
  'valueOf',
  'prototype',
  'isPrototypeOf',
  'length',
  'then',
);

/** Statements with names for `A`, `B` and `C`; those with two underscores at both ends are names like any other. */
const STATEMENTS = [
  'A = 1',
  'A = B',
  'del A',
  'print(A)',
  'def A(B, C=2):\n    return B',
  'print(A(B))',
  'print(A(C=1))',
  'class A:\n    B = 3',
  'class A(B):\n    pass',
  'A = {"B": 1, "C": 2}',
  'print(A["B"])',
  'A.B = 2',
  'print(A.B)',
  'print(getattr(A, "B", 0))',
  'print(hasattr(A, "C"))',
  'setattr(A, "B", 1)',
  'for A in [1, 2]:\n    B = A',
  'A = [B for B in range(3)]',
  'A = lambda B: B',
  'import A',
  'from A import B',
  'import math as A',
  'print(math.A)',
  'global A',
  'A = dict(B=1, C=2)',
  'print("{B}".format(B=1))',
  'print(f"{A}")',
  'A += 1',
  'try:\n    A\nexcept NameError as B:\n    print(B)',
  'A = {"B", "C"}',
  'print(A.B.C)',
  'A = np.arange(3)',
  'print(np.A)',
  'print(np.zeros(2).A)',
  'A = torch.ones(2)',
  'print(torch.A)',
  'A = torch.nn.Linear(1, 1)',
  'A = type("B")',
  'A: B = 1',
  'with A as B:\n    pass',
  'print(A, B, sep=C)',
  'A, B = 1, 2',
  'raise A',
  'assert A, B',
  'print(vars(A))',
  'print(dir(A)[:1])',
  'A = "%(B)s" % {"B": 1}',
];

/** Programs whose variables, attributes, classes, keywords and keys bear the names of members of JavaScript's objects. */
export const oddNames = fc
  .array(
    fc
      .tuple(fc.constantFrom(...STATEMENTS), name, name, name)
      .map(([statement, a, b, c]) =>
        statement.replace(/\b[ABC]\b/g, (letter) => ({ A: a, B: b, C: c })[letter] ?? letter),
      ),
    { minLength: 1, maxLength: 8 },
  )
  .map((statements) => `import math\nimport numpy as np\nimport torch\n${statements.join('\n')}\n`);
