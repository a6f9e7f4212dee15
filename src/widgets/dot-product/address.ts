import { addressOf, LIMIT, pointField } from '../base/index.ts';
import type { DotState } from './model.ts';

/** `#dot?a=3,2&b=1,4&version=1`. */
export const dotAddress = addressOf<DotState>('dot', {
  a: pointField(-LIMIT, LIMIT),
  b: pointField(-LIMIT, LIMIT),
});
