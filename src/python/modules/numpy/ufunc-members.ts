/** What ufunc objects have beside being called: `np.add.reduce` and the facts. */

import type { Tensor } from '../../../tensor/index.ts';
import * as core from '../../../tensor/index.ts';
import { call, members, Refusal, UNSET, type Value } from '../../objects/index.ts';
import { readAxes } from './axes.ts';
import { toTensor } from './convert.ts';
import { optionalDType } from './dtype.ts';
import { asNumpy } from './errors.ts';
import { NdArray } from './ndarray.ts';
import { delivered } from './reductions.ts';
import { Ufunc, ufuncType } from './ufunc.ts';

const REDUCTIONS: Readonly<Record<string, unknown>> = {
  add: core.sum,
  multiply: core.prod,
  maximum: core.max,
  minimum: core.min,
  logical_and: core.all,
  logical_or: core.any,
};
const ACCUMULATIONS: Readonly<Record<string, (t: Tensor, axis: number) => Tensor>> = {
  add: core.cumsum,
  multiply: core.cumprod,
};

const refused = (self: Ufunc, what: string): Refusal =>
  new Refusal(`np.${self.name}.${what} is not part of this book's NumPy`);

members(ufuncType, (value): value is Ufunc => value instanceof Ufunc)
  .getter('__name__', (self) => self.name)
  .getter('nin', (self) => BigInt(self.facts.nin))
  .getter('nout', () => 1n)
  .getter('nargs', (self) => BigInt(self.facts.nin + 1))
  .getter('identity', (self) => self.facts.identity ?? null)
  .special('__repr__', (self) => `<ufunc '${self.name}'>`)
  .method(
    'reduce',
    'array, axis=0, dtype=None, out=None, keepdims=False, initial=?, where=True!',
    (self, array, axis, dtype, out, keepdims, initial) => {
      const reduce = REDUCTIONS[self.name] as ((t: Tensor, options: object) => Tensor) | undefined;
      if (reduce === undefined || initial !== UNSET) throw refused(self, 'reduce');
      const source = toTensor(array);
      const axes = source.rank === 0 ? undefined : readAxes(axis);
      const type = optionalDType(dtype);
      return asNumpy(() =>
        delivered(
          reduce(source, {
            keepdims: keepdims !== false,
            ...(axes === undefined ? {} : { axis: axes }),
            ...(type === undefined ? {} : { dtype: type }),
          }),
          out,
        ),
      );
    },
  )
  .method('accumulate', 'array, axis=0, dtype=None!, out=None', (self, array, axis, _dtype, out) => {
    const accumulate = ACCUMULATIONS[self.name];
    if (accumulate === undefined) throw refused(self, 'accumulate');
    return asNumpy(() => delivered(accumulate(toTensor(array), Number(axis)), out));
  })
  .method('outer', 'A, B, /', (self, A, B): Value => {
    const [a, b] = [toTensor(A), toTensor(B)];
    const column = core.reshape<core.Shape>(a, [...a.shape, ...b.shape.map(() => 1)]);
    return call(self, [new NdArray(column), B]);
  });
ufuncType.notOffered = {
  library: 'NumPy',
  names: new Set(['at', 'reduceat', 'ntypes', 'types', 'signature', 'resolve_dtypes']),
};
