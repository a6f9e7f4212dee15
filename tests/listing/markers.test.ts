import { describe, expect, it } from 'vitest';
import { withoutMarkers } from '../../src/listing/build/index.ts';

describe('a program as the reader sees it', () => {
  it.each([
    ['loses a marker at the end of a line', 'x = 1  #: input\ny = 2\n', 'x = 1\ny = 2\n'],
    [
      'loses a marker inside a statement of several lines',
      'W = [[1],  #: weights\n     [2]]\n',
      'W = [[1],\n     [2]]\n',
    ],
    ['loses a marker after a docstring', '    """Text."""  #: docstring\n', '    """Text."""\n'],
    ['keeps Windows line endings', 'x = 1  #: input\r\ny = 2\r\n', 'x = 1\r\ny = 2\r\n'],
    ['loses the mark of a value of its own', 'W = 2  #: own\nb = 1  #: bias, own\n', 'W = 2\nb = 1\n'],
    ['keeps ordinary comments', 'x = 1  # an input\n# next: y\n', 'x = 1  # an input\n# next: y\n'],
    [
      'keeps text that only begins like a marker',
      'print("#: x")  # say #: x here\n',
      'print("#: x")  # say #: x here\n',
    ],
  ])('%s', (_, source, shown) => {
    expect(withoutMarkers(source)).toBe(shown);
  });
});
