/** Further ranges of numbers, and what dtypes become together. */
import * as core from '../../../../tensor/index.ts';
import { type DType, torchRules as rules, type Shape } from '../../../../tensor/index.ts';
import { asIndex, type Value } from '../../../objects/index.ts';
import { plain } from '../arguments.ts';
import { define } from '../define.ts';
import { dtypeObject } from '../dtype.ts';
import { runtimeError } from '../errors.ts';
import { session } from '../session.ts';
import { isTensor } from '../tensor.ts';

const FACTORY =
  'dtype dtype=None, layout layout=None, device device=None, bool pin_memory=False, bool requires_grad=False';
define(
  'logspace',
  ['Tensor', 'Number'].map(
    (kind) => `${kind} start, ${kind} end, int steps, float base=10.0, *, Tensor out=None, ${FACTORY}`,
  ),
  (given) => {
    const dtype = given.dtype() ?? session().defaultDType;
    const [start, end, steps] = [given.number('start', 0), given.number('end', 0), given.int('steps', 0)];
    const step = steps > 1 ? (end - start) / (steps - 1) : 0;
    const base = given.number('base', 10);
    const values = Array.from(
      { length: steps },
      (_, i) => base ** (i < steps / 2 ? start + i * step : end - (steps - 1 - i) * step),
    );
    const made = plain(core.fromFlat<Shape>(values, [steps], dtype));
    return given.flag('requires_grad') ? made.requireGrad() : made;
  },
  'function',
);
define(
  'range',
  [
    'Number start=0, Number end, Number step=1, *, Tensor out=None, '
      .replace('start=0', 'start')
      .replace('step=1', 'step=1') + FACTORY,
  ],
  (given) => {
    const [start, end, step] = [given.number('start', 0), given.number('end', 0), given.number('step', 1)];
    const count = Math.max(0, Math.floor((end - start) / step) + 1);
    return plain(
      core.fromFlat<Shape>(
        Array.from({ length: count }, (_, i) => start + i * step),
        [count],
        given.dtype() ?? session().defaultDType,
      ),
    );
  },
  'function',
);
define(
  'scalar_tensor',
  `Number s, *, ${FACTORY}`,
  (given) => plain(core.full<Shape>([], given.number('s', 0), given.dtype() ?? session().defaultDType)),
  'function',
);

/** Returns the dtype that dtypes promote to together. */
const typeOf = (value: Value): { dtype: DType; from: 'array' | 'zero-dimensional' | 'python' } => {
  if (isTensor(value))
    return { dtype: value.tensor.dtype, from: value.tensor.rank === 0 ? 'zero-dimensional' : 'array' };
  const dtype = typeof value === 'boolean' ? 'bool' : asIndex(value) !== undefined ? 'int64' : 'float64';
  return { dtype, from: 'python' };
};
define(
  'result_type',
  [
    'Tensor tensor, Tensor other',
    'Number scalar, Tensor tensor',
    'Tensor tensor, Number other',
    'Number scalar1, Number scalar2',
  ],
  (given) => {
    const names = ['tensor', 'scalar', 'scalar1', 'other', 'scalar2'].filter((name) => given.has(name));
    const [a, b] = names.map((name) => typeOf(given.value(name) ?? null));
    if (a === undefined || b === undefined) throw runtimeError('result_type expects two operands');
    return dtypeObject(rules.promote(a as never, b as never));
  },
  'function',
);
define(
  'promote_types',
  'dtype type1, dtype type2',
  (given) =>
    dtypeObject(
      rules.promote(
        { dtype: given.dtype('type1') as DType, from: 'array' },
        { dtype: given.dtype('type2') as DType, from: 'array' },
      ),
    ),
  'function',
);
define(
  'can_cast',
  'dtype from_, dtype to',
  (given) => {
    const rank = (dtype: DType): number => (core.isFloat(dtype) ? 2 : dtype === 'bool' ? 0 : 1);
    return rank(given.dtype('from_') as DType) <= rank(given.dtype('to') as DType);
  },
  'function',
);
