import {
  addressOf,
  choiceField,
  LIMIT,
  listField,
  rowsField,
  switchField,
  wholeField,
} from '../base/index.ts';
import { LARGEST, type MatmulState, repairMatmul } from './model.ts';
import { OPERANDS } from './operands.ts';

/** `#matmul?X=0.8,0.3,0.5;…&W=…&b=0.1,-0.1&operands=batch&view=entries&bias=0&relu=0&step=24&version=1`. */
export const matmulAddress = addressOf<MatmulState>(
  'matmul',
  {
    X: rowsField(-LIMIT, LIMIT, LARGEST),
    W: rowsField(-LIMIT, LIMIT, LARGEST),
    b: listField(-LIMIT, LIMIT, LARGEST),
    operands: choiceField(OPERANDS),
    view: choiceField(['entries', 'columns', 'outer', 'axes']),
    bias: switchField,
    relu: switchField,
    step: wholeField(0, LARGEST ** 3),
  },
  repairMatmul,
);
