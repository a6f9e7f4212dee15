/** What a text names is fetched before it runs, and nothing else. */
import { describe, expect, test } from 'vitest';
import { prepare, runProgram, Session } from '../../src/python/index.ts';

/** What a program prints, or how else it ends. */
function printed(text: string): string {
  const { stdout, outcome } = runProgram(text);
  return outcome.kind === 'finished' ? stdout.trimEnd() : JSON.stringify(outcome);
}

describe('libraries are fetched as programs name them', () => {
  test('a program of Python alone waits for nothing', () => {
    expect(printed('print(2 ** 0.5)')).toBe('1.4142135623730951');
  });

  test('a program whose library was not awaited is a mistake of who runs it', () => {
    expect(() => printed('import torch')).toThrow('torch has not been fetched: await prepare(text)');
    expect(() => printed('import numpy as np')).toThrow('numpy has not been fetched: await prepare(text)');
  });

  test('each is there once it was awaited', async () => {
    const program = 'import math\nprint(math.sqrt(9.0))';
    await prepare(program);
    expect(printed(program)).toBe('3.0');
  });

  test('PyTorch comes without NumPy, and refuses what needs it', async () => {
    await prepare('import torch');
    expect(printed('import torch\nprint(torch.tensor([1.0, 2.0]) * 2)')).toBe('tensor([2., 4.])');
    expect(printed('import torch\ngetattr(torch.ones(2), "num" + "py")()')).toContain('import numpy');
  });

  test('a tensor becomes an array where the program never imports numpy', async () => {
    const program = 'import torch\nprint(repr(torch.ones(2).numpy()))';
    await prepare(program);
    expect(printed(program)).toBe('array([1., 1.], dtype=float32)');
  });

  test('a part of a library comes to a session that imported the library before', async () => {
    const session = new Session();
    await prepare('import torch');
    session.run('import torch');
    const later = 'print(torch.optim.SGD.__name__)';
    await prepare(later);
    expect(session.run(later).stdout).toBe('SGD\n');
  });

  test('what a program has set in a module outlasts the coming of a part', async () => {
    const session = new Session();
    await prepare('import numpy as np');
    session.run('import numpy as np\nsetattr(np, "ran" + "dom", 3)');
    const later = 'print(np.random)';
    await prepare(later);
    expect(session.run(later).stdout).toBe('3\n');
  });
});
