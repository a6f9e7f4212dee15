import { addressOf, choiceField, LIMIT, numberField, pointField } from '../base/index.ts';
import type { VectorState } from './model.ts';

/** `#vector?mode=one&v=3,4&a=3,2&b=1,4&c=2.5&version=1`. */
export const vectorAddress = addressOf<VectorState>('vector', {
  mode: choiceField(['one', 'sum', 'difference', 'multiple']),
  v: pointField(-LIMIT, LIMIT),
  a: pointField(-LIMIT, LIMIT),
  b: pointField(-LIMIT, LIMIT),
  c: numberField(-LIMIT, LIMIT),
});
