/** `operator`: https://docs.python.org/3/library/operator.html */
import {
  type BinaryOperator,
  binary,
  type Comparison,
  call,
  compare,
  contains,
  deleteItem,
  getAttribute,
  getItem,
  inPlace,
  isSame,
  isTrue,
  type NativeFunction,
  nativeFunction,
  PyTuple,
  setItem,
  type UnaryOperator,
  unary,
  type Value,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';

const BINARY: Readonly<Record<string, BinaryOperator>> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  matmul: '@',
  and_: '&',
  or_: '|',
  xor: '^',
  lshift: '<<',
  rshift: '>>',
  concat: '+',
};
const COMPARE: Readonly<Record<string, Comparison>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};
const UNARY: Readonly<Record<string, UnaryOperator>> = { neg: '-', pos: '+', invert: '~', inv: '~' };

/** Returns what several getters give together: one value, or a tuple of them. */
const several = (name: string, getters: readonly ((value: Value) => Value)[]): NativeFunction =>
  nativeFunction(name, 'obj, /', (value) => {
    const found = getters.map((get) => get(value));
    return found.length === 1 ? (found[0] ?? null) : new PyTuple(found);
  });

const path = (name: Value) => (value: Value) =>
  String(name)
    .split('.')
    .reduce<Value>((object, part) => getAttribute(object, part), value);

export const operatorModules: Modules = standardModule(
  'operator',
  () => [
    ...Object.entries(BINARY).map(([name, operator]) =>
      fn('operator', name, 'a, b, /', (a, b) => binary(operator, a, b)),
    ),
    ...Object.entries(BINARY).map(([name, operator]) =>
      fn('operator', `i${name.replace('_', '')}`, 'a, b, /', (a, b) => inPlace(operator, a, b)),
    ),
    ...Object.entries(COMPARE).map(([name, operator]) =>
      fn('operator', name, 'a, b, /', (a, b) => compare(operator, a, b)),
    ),
    ...Object.entries(UNARY).map(([name, operator]) =>
      fn('operator', name, 'a, /', (a) => unary(operator, a)),
    ),
    fn('operator', 'abs', 'a, /', (a) => call(getAttribute(a, '__abs__'))),
    fn('operator', 'not_', 'a, /', (a) => !isTrue(a)),
    fn('operator', 'truth', 'a, /', isTrue),
    fn('operator', 'is_', 'a, b, /', isSame),
    fn('operator', 'is_not', 'a, b, /', (a, b) => !isSame(a, b)),
    fn('operator', 'contains', 'a, b, /', (a, b) => contains(a, b)),
    fn('operator', 'getitem', 'a, b, /', getItem),
    fn('operator', 'setitem', 'a, b, c, /', (a, b, c) => {
      setItem(a, b, c);
      return null;
    }),
    fn('operator', 'delitem', 'a, b, /', (a, b) => {
      deleteItem(a, b);
      return null;
    }),
    fn('operator', 'itemgetter', 'item, /, *items', (first, rest) =>
      several(
        'itemgetter',
        [first, ...rest.items].map((key) => (value: Value) => getItem(value, key)),
      ),
    ),
    fn('operator', 'attrgetter', 'attr, /, *attrs', (first, rest) =>
      several('attrgetter', [first, ...rest.items].map(path)),
    ),
    fn('operator', 'methodcaller', 'name, /, *args, **keywords', (name, args, keywords) => {
      const given = new Map<string, Value>();
      for (const [key, value] of keywords.entries()) given.set(String(key), value);
      return nativeFunction('methodcaller', 'obj, /', (value) =>
        call(getAttribute(value, String(name)), args.items, given),
      );
    }),
  ],
  'countOf indexOf index length_hint call iconcat',
);
