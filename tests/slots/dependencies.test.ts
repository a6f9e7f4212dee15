import { describe, expect, test } from 'vitest';
import { dependentSlots } from '../../src/slots/evaluate/dependencies.ts';

const IMPORTS = 'import numpy as np\nimport torch\n';
const SLOTS = ['a', 'b', 'c', 'f(1)', 'np.pi', 'np.random.rand(2)', 'layer.weight', 'torch.ones(2)'];

describe('a change of `a` reaches', () => {
  test.each([
    ['itself alone, where nothing uses it', 'a = 1\nb = 2', ['a']],
    ['what is assigned from it, over several lines', 'a = 1\nb = a + 1\nc = b * 2', ['a', 'b', 'c']],
    [
      'a function that uses it, and no module that the function uses',
      'a = 1\ndef f(n):\n    return np.exp(a) + n',
      ['a', 'f(1)'],
    ],
    [
      'a function that uses a name assigned later',
      'def f(n):\n    return b + n\na = 1\nb = a',
      ['a', 'b', 'f(1)'],
    ],
    [
      'what a call in a block may write, and no module in the head of the block',
      'a = torch.ones(1)\nwith torch.no_grad():\n    layer.weight.copy_(a)',
      ['a', 'layer.weight'],
    ],
    ['what an assignment to an element writes', 'a = 1\nb = np.zeros(2)\nb[0] = a', ['a', 'b']],
    ['the names of an unpacked tuple', 'a = 1\nb, c = a, 2', ['a', 'b', 'c']],
    ['both targets of a chain', 'a = 1\nb = c = a', ['a', 'b', 'c']],
    ['what is added to a name', 'a = 1\nb = 2\nb += a', ['a', 'b']],
    ['a name with a type', 'a = 1\nb: int = a', ['a', 'b']],
    [
      'a name that is assigned in a branch or a loop',
      'a = 1\nif a > 0:\n    for i in range(a):\n        b = i',
      ['a', 'b'],
    ],
    [
      'a module that is called for its effect',
      'a = 1\nnp.random.seed(a)',
      ['a', 'np.pi', 'np.random.rand(2)'],
    ],
    [
      'a module that is called for its effect in a block',
      'a = 1\nif True:\n    torch.manual_seed(a)',
      ['a', 'torch.ones(2)'],
    ],
  ])('%s', (_, figures, slots) => {
    expect(dependentSlots(IMPORTS + figures, ['a'], SLOTS)).toEqual(slots);
  });
});
