/** Elements chosen by a condition, filled in, copied or converted. */
import { astype, type DType, expand, type Shape, type Tensor, tensor } from '../../index.ts';
import { operation } from '../operation.ts';
import { from, type Plan } from '../record.ts';
import * as t from '../torch.ts';
import { type Operand, Variable, valueIn } from '../variable.ts';
import { none, pass } from './derivatives.ts';

/** `self` where `condition` is true, else `other`. */
export const where = operation((self: Operand, condition: Tensor, other: Operand) => ({
  node: 'WhereBackward0',
  value: t.where(condition, valueIn(self), valueIn(other)),
  inputs: [
    from(self, (g) => t.where(condition, g, 0), condition),
    from(other, (g) => t.where(condition, 0, g), condition),
  ],
}));

/** `self` with `value` where `mask` is true. */
export const maskedFill = operation((self: Variable, mask: Tensor, value: Operand) => {
  const fill = valueIn(value);
  return {
    node: value instanceof Variable ? 'MaskedFillBackward1' : 'MaskedFillBackward0',
    value: inDType(t.where(mask, fill, self.value), self),
    inputs: [
      from(self, (g) => t.where(mask, 0, g), mask),
      ...(value instanceof Variable ? [from(value, (g: Tensor) => t.where(mask, g, 0), mask)] : []),
    ],
  };
});

const inDType = (value: Tensor, self: Variable) =>
  value.dtype === self.value.dtype ? value : astype(value, self.value.dtype);

/** Every element `value`, a number or a 0-d tensor, converted: `fill_`. */
export const fill = operation((self: Variable, value: Operand): Plan => {
  const given = value instanceof Variable ? value.value : tensorOf(value);
  return {
    node: value instanceof Variable ? 'FillBackward3' : 'FillBackward2',
    value: expand<Shape>(astype(given, self.value.dtype), self.value.shape),
    inputs: [from(self, none), ...(value instanceof Variable ? [from(value, pass)] : [])],
  };
});

/** Returns a number as a 0-d tensor, exactly. */
export const tensorOf = (value: Exclude<Operand, Variable>) =>
  tensor(Number(typeof value === 'object' ? value.value : value));

/** Every element 0: `zero_`. */
export const zero = operation((self: Variable) => ({
  node: 'ZeroBackward0',
  value: t.zerosLike(self.value),
  inputs: [from(self, none)],
}));

/** The elements of `source`, stretched and converted: `copy_`. */
export const copyFrom = operation((self: Variable, source: Variable) => ({
  node: 'CopyBackwards',
  value: astype(expand<Shape>(source.value, self.value.shape), self.value.dtype),
  inputs: [from(self, none), from(source, pass)],
}));

/** Returns the elements in another dtype; `self` itself when it has it. */
export function to(self: Variable, dtype: DType): Variable {
  return self.value.dtype === dtype ? self : converted(self, dtype);
}

const converted = operation((self: Variable, dtype: DType) => ({
  node: 'ToCopyBackward0',
  value: astype(self.value, dtype),
  inputs: [from(self, pass)],
}));
