import { addressOf, choiceField, LIMIT, listField, rowsField, wholeField } from '../base/index.ts';
import { type ForwardState, LARGEST, repairForward, STAGES } from './model.ts';

const rows = rowsField(-LIMIT, LIMIT, LARGEST);
const list = listField(-LIMIT, LIMIT, LARGEST);

/** `#forward?X=…&W=…&b=…&W_next=…&b_next=…&stack=one&by=batch&step=3&stage=activated&sample=1&neuron=0&version=1`. */
export const forwardAddress = addressOf<ForwardState>(
  'forward',
  {
    X: rows,
    W: rows,
    b: list,
    W_next: rows,
    b_next: list,
    stack: choiceField(['one', 'relu', 'linear']),
    by: choiceField(['batch', 'sample']),
    step: wholeField(0, STAGES.length * LARGEST),
    stage: choiceField(STAGES),
    sample: wholeField(0, LARGEST),
    neuron: wholeField(0, LARGEST),
  },
  repairForward,
);
