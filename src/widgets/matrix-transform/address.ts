import type { Matrix2 } from '../../geometry/index.ts';
import {
  addressOf,
  choiceField,
  type Field,
  LIMIT,
  numberField,
  pointField,
  rowsField,
} from '../base/index.ts';
import type { TransformState } from './model.ts';

const rows = rowsField(-LIMIT, LIMIT, 2);

/** Two rows of two; anything else is not a matrix of the plane. */
const matrix2: Field<Matrix2> = {
  write: rows.write,
  read: (text) => {
    const [first, second] = rows.read(text) ?? [];
    const [[a, b, ...more] = [], [c, d] = []] = [first, second];
    if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0)
      return undefined;
    return [
      [a, b],
      [c, d],
    ];
  },
};

/** `#transform?W=1,1;0,1&V=0,-1;1,0&composition=VW&b=0,0&x=2,1&family=free&parameter=0&version=1`. */
export const transformAddress = addressOf<TransformState>('transform', {
  W: matrix2,
  V: matrix2,
  composition: choiceField(['W', 'VW', 'WV']),
  b: pointField(-LIMIT, LIMIT),
  x: pointField(-LIMIT, LIMIT),
  family: choiceField(['free', 'rotation', 'residual']),
  parameter: numberField(-180, 180),
});
