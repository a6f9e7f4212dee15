/** Generators that a program leaves unseeded: the seed of the run. */
import { describe, expect, it } from 'vitest';
import { prepareAll, runProgram } from '../../../src/python/index.ts';

await prepareAll();

const UNSEEDED = [
  ['the legacy functions', 'import numpy as np\nprint(np.random.rand(2))'],
  ['a RandomState', 'import numpy as np\nprint(np.random.RandomState().randn())'],
  ['default_rng', 'import numpy as np\nprint(np.random.default_rng().random(2))'],
  ['default_rng(None)', 'import numpy as np\nprint(np.random.default_rng(None).random(2))'],
  ['torch.rand', 'import torch\nprint(torch.rand(2))'],
  ['a layer', 'import torch.nn as nn\nprint(nn.Linear(2, 2).weight)'],
  ["Python's random", 'import random\nprint(random.random())'],
  ["Python's Random", 'import random\nprint(random.Random().gauss(0, 1))'],
  ['random.seed()', 'import random\nrandom.seed()\nprint(random.random())'],
  ['torch.seed', 'import torch\ntorch.seed()\nprint(torch.rand(2))'],
] as const;

describe.each(UNSEEDED)('%s without a seed', (_name, program) => {
  it('draws the same in every run of the same seed, and says which it was', () => {
    const [first, again] = [runProgram(program), runProgram(program)];
    expect(first.stdout).toBe(again.stdout);
    expect(first.seed).toBe(0);
  });

  it('draws other numbers from another seed, and the same when that is given again', () => {
    const [first, other] = [runProgram(program), runProgram(program, { seed: 7 })];
    expect(other.stdout).not.toBe(first.stdout);
    expect(other.seed).toBe(7);
    expect(runProgram(program, { seed: 7 }).stdout).toBe(other.stdout);
  });
});

it('two generators without a seed draw different numbers', () => {
  const program =
    'import numpy as np\nprint(np.random.default_rng().random() == np.random.default_rng().random())';
  expect(runProgram(program).stdout).toBe('False\n');
});

describe('a run that does not depend on its seed names none', () => {
  it.each([
    'import numpy as np\nnp.random.seed(3)\nprint(np.random.rand())',
    'import numpy as np\nprint(np.random.default_rng(3).random())',
    'import numpy as np\nprint(np.random.RandomState(3).rand())',
    'import torch\ntorch.manual_seed(3)\nprint(torch.rand(2))',
    'import torch\nprint(torch.rand(2, generator=torch.Generator()))',
    'import torch\nprint(torch.ones(2))',
    'import random\nrandom.seed("a")\nprint(random.random())',
    'print(1)',
  ])('%s', (program) => {
    expect(runProgram(program)).not.toHaveProperty('seed');
  });
});

it('the legacy functions without a seed draw what they draw after seeding with the seed of the run', () => {
  const program = 'print(np.random.rand(3))';
  const unseeded = runProgram(`import numpy as np\n${program}`, { seed: 12 });
  expect(unseeded.stdout).toBe(runProgram(`import numpy as np\nnp.random.seed(12)\n${program}`).stdout);
});

describe('a layer that starts from the seed of the run is called random in a trace', () => {
  const parameterOf = (program: string) =>
    runProgram(program, { trace: true })
      .steps.flatMap(({ changed }) => changed)
      .find(({ name }) => name === 'l.weight');
  const layer = 'import torch\nfrom torch import nn\nl = nn.Linear(2, 1)\n';

  it('until the program writes to it', () => {
    expect(parameterOf(layer)).toMatchObject({ random: true });
    expect(parameterOf(`${layer.replace('l =', 'torch.manual_seed(1)\nl =')}`)).not.toHaveProperty('random');
  });
});
