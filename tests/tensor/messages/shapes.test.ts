/** The words of both libraries about shapes, against what the libraries printed when they were recorded. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  numpyBroadcastMismatch,
  numpyReshapeRefusal,
  type Raised,
  torchBroadcastMismatch,
  torchReshapeRefusal,
  torchStepRefusal,
  torchViewRefusal,
} from '../../../src/tensor/messages/index.ts';

const TOO_FEW = { kind: 'reshape', requested: [5, 3], size: 12 } as const;
const TWO_UNKNOWN = { kind: 'two-unknown-sizes', requested: [-1, -1] } as const;

/** As CPython 3.13 with NumPy 2.2.4 and PyTorch 2.6.0 printed them for these operands. */
const PRINTED: readonly [Raised, string][] = [
  [
    numpyBroadcastMismatch([[2, 3], [4]]),
    'ValueError: operands could not be broadcast together with shapes (2,3) (4,) ',
  ],
  [
    torchBroadcastMismatch([3, 4], 1),
    'RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1',
  ],
  [numpyReshapeRefusal(TOO_FEW), 'ValueError: cannot reshape array of size 12 into shape (5,3)'],
  [torchReshapeRefusal(TOO_FEW), "RuntimeError: shape '[5, 3]' is invalid for input of size 12"],
  [numpyReshapeRefusal(TWO_UNKNOWN), 'ValueError: can only specify one unknown dimension'],
  [torchReshapeRefusal(TWO_UNKNOWN), 'RuntimeError: only one dimension can be inferred'],
  [torchStepRefusal, 'ValueError: step must be greater than zero'],
];

describe('the libraries’ words about shapes', () => {
  it.each(PRINTED)('%o', ({ type, message }, printed) => {
    expect(`${type}: ${message}`).toBe(printed);
  });

  it('of a view that would have to copy are in a recording', () => {
    const folder = 'tests/goldens/recorded';
    const recorded = readFileSync(`${folder}/t_err_view_noncontig.json`, 'utf8');
    expect(recorded).toContain(torchViewRefusal.message);
  });
});
