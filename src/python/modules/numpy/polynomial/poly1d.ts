/** The members of `np.poly1d`: calling, arithmetic, derivatives. */
import type { Tensor } from '../../../../tensor/index.ts';
import * as core from '../../../../tensor/index.ts';
import {
  asFloat,
  isTrue,
  iteratorOver,
  members,
  repr,
  str,
  toSmallIndex,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { callNumpy as np } from '../calls.ts';
import { asNumpy } from '../errors.ts';
import { NdArray, result } from '../ndarray.ts';
import { NumpyScalar } from '../scalar.ts';
import {
  coefficients,
  combined,
  derivative,
  fromRoots,
  integral,
  product,
  quotient,
  roots,
  valueAt,
} from './classic.ts';
import { Poly1d, poly1dType, vector } from './poly1d-object.ts';
import { text } from './poly1d-text.ts';

const isPoly = (value: Value): value is Poly1d => value instanceof Poly1d;
const operator =
  (compute: (a: Value, b: Value) => Value) =>
  (self: Poly1d, other?: Value): Value =>
    asNumpy(() => compute(self, other ?? null));
const reversed =
  (compute: (a: Value, b: Value) => Value) =>
  (self: Poly1d, other?: Value): Value =>
    asNumpy(() => compute(other ?? null, self));
const isNumber = (value: Value): boolean => asFloat(value) !== undefined;
const scaledBy = (a: Value, b: Value): Value =>
  isNumber(a) || isNumber(b)
    ? product(isNumber(a) ? np('array', [a]) : a, isNumber(b) ? np('array', [b]) : b)
    : product(a, b);

const of = members(poly1dType, isPoly)
  .constructs('c_or_r, r=False, variable=None', (_type, given, isRoots, variable) =>
    asNumpy(() => {
      if (isPoly(given)) return given;
      const list = isTrue(isRoots) ? (fromRoots(given) as NdArray) : new NdArray(coefficients(given));
      if (list.tensor.rank > 1) throw valueError('Polynomial must be 1d only.');
      return new Poly1d(list, variable === null ? 'x' : str(variable));
    }),
  )
  .getter('order', (self) => BigInt(self.order))
  .getter('o', (self) => BigInt(self.order))
  .getter('variable', (self) => self.variable)
  .getter('roots', (self) => asNumpy(() => roots(self)))
  .getter('r', (self) => asNumpy(() => roots(self)))
  .special('__call__', (self, x) => asNumpy(() => valueAt(self, x ?? null)))
  .special('__len__', (self) => BigInt(self.order))
  .special('__str__', text)
  .special('__repr__', (self) => `poly1d${repr(self.coefficients).slice(5)}`)
  .special('__neg__', (self) => new Poly1d(np('negative', [self.coefficients]) as NdArray))
  .special(
    '__add__',
    operator((a, b) => combined('add', a, b)),
  )
  .special(
    '__radd__',
    reversed((a, b) => combined('add', a, b)),
  )
  .special(
    '__sub__',
    operator((a, b) => combined('subtract', a, b)),
  )
  .special(
    '__rsub__',
    reversed((a, b) => combined('subtract', a, b)),
  )
  .special('__mul__', operator(scaledBy))
  .special('__rmul__', reversed(scaledBy))
  .special(
    '__truediv__',
    operator((a, b) =>
      isNumber(b) ? new Poly1d(np('divide', [(a as Poly1d).coefficients, b]) as NdArray) : quotient(a, b),
    ),
  )
  .special('__pow__', (self, n) => {
    let made: Value = new Poly1d(vector([1], self.coefficients.tensor.dtype));
    for (let turn = toSmallIndex(n ?? null); turn > 0; turn--) made = product(made, self);
    return made;
  })
  .special(
    '__eq__',
    (self, other) =>
      new NumpyScalar(
        Number(
          isPoly(other ?? null) &&
            core.arrayEqual(self.coefficients.tensor, (other as Poly1d).coefficients.tensor),
        ),
        'bool',
      ),
  )
  .special('__iter__', (self) =>
    iteratorOver(
      'iterator',
      self.coefficients.tensor
        .toFlat()
        .map((_, i) => result(core.index(self.coefficients.tensor, [i]) as Tensor)),
    ),
  )
  .special('__getitem__', (self, power) => {
    const place = self.order - toSmallIndex(power ?? null);
    return place < 0 || place > self.order
      ? 0n
      : result(core.index(self.coefficients.tensor, [place]) as Tensor);
  })
  .method('deriv', 'm=1', (self, m) => asNumpy(() => derivative(self, m)))
  .method('integ', 'm=1, k=0', (self, m, k) => asNumpy(() => integral(self, m, k)));
for (const name of ['coeffs', 'coef', 'c', 'coefficients']) of.getter(name, (self) => self.coefficients);
