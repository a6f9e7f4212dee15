/** `range` and `slice`. */
import { PyRange, PySlice, PyTuple, UNSET } from '../objects/collections.ts';
import { typeError, valueError } from '../objects/exceptions.ts';
import { members } from '../objects/members.ts';
import type { Value } from '../objects/object.ts';
import { rangeType, sliceType } from '../objects/types.ts';
import { toIndex, toSmallIndex } from '../operations/convert.ts';
import { contains } from '../operations/items.ts';
import { iterate } from '../operations/iterate.ts';
import { sliceBounds } from '../operations/slices.ts';
import { repr } from '../operations/text.ts';

const isRange = (value: Value): value is PyRange => value instanceof PyRange;
const isSlice = (value: Value): value is PySlice => value instanceof PySlice;

export function defineRangeMembers(): void {
  members(rangeType, isRange)
    .constructs('*args', (_type, { items: [first, second, third] }) => {
      if (first === undefined) throw typeError('range expected at least 1 argument, got 0');
      const step = third === undefined ? 1n : toIndex(third);
      if (step === 0n) throw valueError('range() arg 3 must not be zero');
      return second === undefined
        ? new PyRange(0n, toIndex(first), 1n)
        : new PyRange(toIndex(first), toIndex(second), step);
    })
    .getter('start', (self) => self.start)
    .getter('stop', (self) => self.stop)
    .getter('step', (self) => self.step)
    .method('index', 'value, /', (self, value) => {
      if (!contains(self, value)) throw valueError(`${repr(value)} is not in range`);
      return (toIndex(value) - self.start) / self.step;
    })
    .method('count', 'value, /', (self, value) => (contains(self, value) ? 1n : 0n))
    .special('__iter__', iterate);
  members(sliceType, isSlice)
    .constructs('a, b=?, c=None, /', (_type, a, b, c) =>
      b === UNSET ? new PySlice(null, a, null) : new PySlice(a, b, c),
    )
    .getter('start', (self) => self.start)
    .getter('stop', (self) => self.stop)
    .getter('step', (self) => self.step)
    .method('indices', 'length, /', (self, length) => {
      const { start, stop, step } = sliceBounds(self, toSmallIndex(length));
      return new PyTuple([start, stop, step].map(BigInt));
    });
}
