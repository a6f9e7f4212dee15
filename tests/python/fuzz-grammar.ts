/** Random programs: statements of Python in any order, and chains of calls on arrays and tensors. */
import fc from 'fast-check';

const name = fc.constantFrom(
  'a',
  'b',
  'f',
  'x',
  '__proto__',
  'constructor',
  'toString',
  'print',
  'len',
  'self',
  'list',
  'str',
);
const atom = fc.oneof(
  name,
  fc.integer({ min: -5, max: 99 }).map(String),
  fc.constantFrom(
    '1.5',
    '-0.0',
    '1e308',
    '10**40',
    "'ab'",
    "''",
    "f'{x!r:>5}'",
    'None',
    'True',
    '[]',
    '()',
    '{}',
    '...',
    'set()',
  ),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    atom,
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom(
          '+',
          '-',
          '*',
          '/',
          '//',
          '%',
          '**',
          '@',
          '<<',
          '&',
          '<',
          '==',
          'in',
          'is',
          'and',
          'or',
        ),
        tie('expression'),
      )
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc.tuple(tie('expression'), tie('expression')).map(([object, key]) => `${object}[${key}]`),
    fc.tuple(tie('expression'), tie('expression')).map(([callee, value]) => `${callee}(${value})`),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('append', 'upper', '__class__', '__dict__', 'prototype', 'items', 'sort', '__init__'),
      )
      .map(([object, key]) => `${object}.${key}`),
    fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => `[${left}, *${right}]`),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([element, values]) => `[${element} for x in ${values} if x]`),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([body, key]) => `(lambda x, *b: ${body}, {${key}: 1})`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map((parts) => `(${parts[0]} if ${parts[1]} else ${parts[2]})`),
  ),
}));

const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc.constantFrom('_', 'x', '-1', 'a.b', '[]', '{}', '()', 'int()', "'a' 'b'", '[*_]', '*a, b', '1 + 1'),
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `${left} | ${right}`),
    fc.tuple(tie('pattern'), name).map(([inner, target]) => `(${inner}) as ${target}`),
    fc.tuple(tie('pattern'), name).map(([first, rest]) => `[${first}, *${rest}]`),
    fc.tuple(atom, tie('pattern'), name).map(([key, value, rest]) => `{${key}: ${value}, **${rest}}`),
    fc
      .tuple(name, tie('pattern'), tie('pattern'))
      .map(([type, first, second]) => `${type}(${first}, x=${second})`),
  ),
}));

const indent = (text: string) => text.replace(/^/gm, '    ');
export const { block: program } = fc.letrec<{ statement: string; block: string }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 3 },
    expression.map((value) => `print(${value})`),
    fc.tuple(name, expression).map(([target, value]) => `${target} = ${value}`),
    fc.tuple(name, expression).map(([target, value]) => `${target} += ${value}`),
    fc.tuple(expression, tie('block')).map(([test, body]) => `if ${test}:\n${indent(body)}`),
    fc.tuple(expression, tie('block')).map(([values, body]) => `for a in ${values}:\n${indent(body)}`),
    fc.tuple(expression, tie('block')).map(([test, body]) => `while ${test}:\n${indent(body)}`),
    fc
      .tuple(tie('block'), tie('block'))
      .map(([body, handler]) => `try:\n${indent(body)}\nexcept Exception as e:\n${indent(handler)}`),
    fc
      .tuple(expression, pattern, expression, tie('block'), pattern, tie('block'))
      .map(
        ([subject, first, guard, body, second, other]) =>
          `match ${subject}, x:\n    case ${first} if ${guard}:\n${indent(indent(body))}\n    case ${second}:\n${indent(indent(other))}`,
      ),
    fc
      .tuple(tie('block'), expression)
      .map(([body, value]) => `def f(x=1, *a):\n${indent(body)}\n    return ${value}`),
    fc
      .tuple(tie('block'), expression)
      .map(([body, value]) => `def f(x=1):\n${indent(body)}\n    yield ${value}`),
    tie('block').map((body) => `class x:\n${indent(body)}`),
    expression.map((value) => `del a, b[${value}]`),
    expression.map((value) => `raise ${value}`),
  ),
  block: fc.array(tie('statement'), { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
}));

const shape = fc
  .array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 })
  .map((sizes) => `(${sizes.map((size) => `${size},`).join(' ')})`);
const index = fc.constantFrom(
  '0',
  '-1',
  '1:',
  '::2',
  ':, 0',
  '..., None',
  '[0, 1]',
  'x > 0',
  'i',
  '5',
  "'a'",
  'x',
);
const axis = fc.constantFrom(
  '',
  '0',
  '-1',
  '1',
  'axis=0',
  'axis=(0, 1)',
  'dim=1',
  'keepdims=True',
  'axis=7',
  'None',
);
const number = fc.constantFrom('0', '2', '-3', '0.5', '1e30', '-0.0', 'True', '2**70');

/** What is written differently in the two libraries. */
const LIBRARIES = {
  np: {
    head: 'import numpy as np',
    makers: ['np.zeros', 'np.ones', 'np.empty'],
    array: 'np.array',
    dtypes: ['np.float32', 'int', 'bool', "'float64'", 'np.uint8'],
    functions: [
      'sqrt',
      'exp',
      'sum',
      'mean',
      'argmax',
      'dot',
      'linalg.norm',
      'linalg.inv',
      'concatenate',
      'where',
    ],
    methods: [
      'reshape',
      'sum',
      'T',
      'mean',
      'astype',
      'copy',
      'argsort',
      'flatten',
      'item',
      'tolist',
      'max',
      'shape',
    ],
  },
  torch: {
    head: 'import torch',
    makers: ['torch.zeros', 'torch.ones', 'torch.empty'],
    array: 'torch.tensor',
    dtypes: ['torch.float32', 'torch.int64', 'torch.bool', 'float'],
    functions: [
      'sqrt',
      'exp',
      'sum',
      'mean',
      'argmax',
      'matmul',
      'relu',
      'linalg.norm',
      'cat',
      'where',
      'softmax',
    ],
    methods: [
      'reshape',
      'view',
      'T',
      'mean',
      'to',
      'requires_grad_',
      'backward',
      'grad',
      'detach',
      'item',
      'max',
      'shape',
    ],
  },
} as const;

/** Programs that make arrays, compute with them and print them. */
export function arrayProgram(library: keyof typeof LIBRARIES): fc.Arbitrary<string> {
  const { head, makers, array, dtypes, functions, methods } = LIBRARIES[library];
  const literal = fc.constantFrom(
    '[1, 2, 3]',
    '[[1.5, -2], [0, 4]]',
    '[]',
    '[[1], [2, 3]]',
    '[True, False]',
    "['a']",
    '7',
  );
  const maker = fc.oneof(
    fc.tuple(fc.constantFrom(...makers), shape).map(([make, size]) => `${make}(${size})`),
    literal.map((value) => `${array}(${value})`),
    fc.tuple(literal, fc.constantFrom(...dtypes)).map(([value, type]) => `${array}(${value}, dtype=${type})`),
  );
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom('x', 'y', 'i'),
      maker,
      number,
      fc
        .tuple(
          tie('value'),
          fc.constantFrom('+', '-', '*', '/', '@', '**', '//', '%', '<', '=='),
          tie('value'),
        )
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc.tuple(tie('value'), index).map(([object, key]) => `${object}[${key}]`),
      fc
        .tuple(tie('value'), fc.constantFrom(...methods), fc.oneof(axis, number, shape))
        .map(([object, method, given]) =>
          method === method.toUpperCase() ? `${object}.${method}` : `${object}.${method}(${given})`,
        ),
      fc
        .tuple(fc.constantFrom(...functions), tie('value'), fc.oneof(axis, tie('value')))
        .map(([name, first, given]) => `${library}.${name}(${first}${given === '' ? '' : `, ${given}`})`),
    ),
  }));
  const line = fc.oneof(
    fc.tuple(fc.constantFrom('x', 'y', 'i'), value).map(([name, made]) => `${name} = ${made}`),
    fc.tuple(index, value).map(([key, made]) => `x[${key}] = ${made}`),
    fc.tuple(fc.constantFrom('+', '*', '/', '@'), value).map(([operator, made]) => `x ${operator}= ${made}`),
    value.map((made) => `print(${made})`),
  );
  // Each line may fail without ending the program, so that later lines run too.
  const guarded = line.map((text) => `try:\n    ${text}\nexcept Exception as e:\n    print(type(e), e)`);
  return fc
    .tuple(maker, maker, fc.array(guarded, { minLength: 1, maxLength: 5 }))
    .map(([x, y, lines]) =>
      [head, `x = y = ${array}([1.0, 2.0])`, 'i = 0', `x = ${x}`, `y = ${y}`, ...lines].join('\n'),
    );
}
