/** The products that ATen computes; every matmul is composed of them. */
import { cross as crossOf, dot as dotOf, torchRules } from '../../index.ts';
import { operation } from '../operation.ts';
import { from } from '../record.ts';
import * as t from '../torch.ts';
import type { Variable } from '../variable.ts';
import { pass } from './derivatives.ts';

/** Vector times vector. */
export const dot = operation((self: Variable, other: Variable) => {
  const [x, y] = [self.value, other.value];
  return {
    node: 'DotBackward0',
    value: dotOf(x, y, torchRules),
    inputs: [from(self, (g) => t.mul(g, y), other), from(other, (g) => t.mul(g, x), self)],
  };
});

/** Matrix times vector. */
export const mv = operation((self: Variable, vec: Variable) => {
  const [x, y] = [self.value, vec.value];
  return {
    node: 'MvBackward0',
    value: t.mv(x, y),
    inputs: [from(self, (g) => t.outer(g, y), vec), from(vec, (g) => t.mv(t.mT(x), g), self)],
  };
});

/** Matrix times matrix. */
export const mm = operation((self: Variable, other: Variable) => {
  const [x, y] = [self.value, other.value];
  return {
    node: 'MmBackward0',
    value: t.mm(x, y),
    inputs: [from(self, (g) => t.mm(g, t.mT(y)), other), from(other, (g) => t.mm(t.mT(x), g), self)],
  };
});

/** A batch of matrices times as many. */
export const bmm = operation((self: Variable, other: Variable) => {
  const [x, y] = [self.value, other.value];
  return {
    node: 'BmmBackward0',
    value: t.bmm(x, y),
    inputs: [from(self, (g) => t.bmm(g, t.mT(y)), other), from(other, (g) => t.bmm(t.mT(x), g), self)],
  };
});

/** `self + a · b` for matrices a and b. */
export const addmm = operation((self: Variable, a: Variable, b: Variable) => {
  const [x, y] = [a.value, b.value];
  return {
    node: 'AddmmBackward0',
    value: t.add(t.mm(x, y), self.value),
    inputs: [from(self, pass), from(a, (g) => t.mm(g, t.mT(y)), b), from(b, (g) => t.mm(t.mT(x), g), a)],
  };
});

/** The cross product of vectors of size 3 along the last axis. */
export const cross = operation((self: Variable, other: Variable) => {
  const [x, y] = [self.value, other.value];
  return {
    node: 'LinalgCrossBackward0',
    value: crossOf(x, y, torchRules),
    inputs: [
      from(self, (g) => crossOf(y, g, torchRules), other),
      from(other, (g) => crossOf(g, x, torchRules), self),
    ],
  };
});
