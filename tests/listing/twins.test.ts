/** Two programs side by side: which statements correspond, and what differs between them. */
import { describe, expect, it } from 'vitest';
import { alignTwins, type ListingView, type TwinRow, type TwinSide } from '../../src/listing/index.ts';
import { chapterPrograms, chapterView, reference, view } from './program.ts';

const chapter = (name: string) =>
  chapterView(chapterPrograms.find((path) => path.endsWith(`/${name}.py`)) ?? name);
const counterparts = new Map(
  [...reference.values()].flatMap(({ name, counterpart }) =>
    counterpart ? [[name, counterpart] as const] : [],
  ),
);
const align = (left: ListingView, right: ListingView) => alignTwins(left, right, counterparts);
const codeOf = (side: TwinSide | undefined) =>
  side?.lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

/** Each row as `left | right`. */
function written(rows: readonly TwinRow[]): string[] {
  return rows.map(({ left, right }) => `${codeOf(left) ?? '–'} | ${codeOf(right) ?? '–'}`);
}

/** Pairs that an author who compares the two programs would make. */
const PAIRS: readonly [name: string, pair: string][] = [
  ['vectors', 'import numpy as np | import torch'],
  ['vectors', 'print(x.ndim) | print(x.ndim, x.dim())'],
  ['vectors', '– | print(x.dtype)'],
  ['vectors', 'print(np.linalg.norm(unit)) | print(f"{torch.linalg.vector_norm(unit).item():.4f}")'],
  ['dot_product', 'print(a[0] * b[0] + a[1] * b[1]) | print((a * b).sum())'],
  ['dot_product', 'same = a.copy() | –'],
  ['matrix_vector', 'z = W @ x + b | by_hand = layer.weight @ x + layer.bias'],
  ['matrix_vector', '– | layer = nn.Linear(3, 2)'],
  ['matrix_multiply', 'Z = X @ W.T + b | Z = layer(X)'],
  ['matrix_multiply', 'b = np.array([0.1, -0.1]) |     layer.bias.copy_(torch.tensor([0.1, -0.1]))'],
  ['matrix_multiply', 'print(np.allclose(z, Z[0])) | print(torch.allclose(Z, by_hand))'],
  ['element_ops', 'print(np.maximum(0, Z)) | print(torch.relu(Z))'],
  ['element_ops', 'flat = image.reshape(-1) | flat = image.view(-1)'],
  ['forward_pass', 'A = relu(Z) | A = F.relu(Z)'],
];

describe('twins', () => {
  it.each(PAIRS)('of %s correspond by what they do: %s', (name, pair) => {
    expect(written(align(chapter(name), chapter(`${name}_torch`)))).toContain(pair);
  });

  it('keep every explained statement of both, in its order', () => {
    for (const path of chapterPrograms.filter((name) => !name.endsWith('_torch.py'))) {
      const [left, right] = [chapterView(path), chapterView(path.replace('.py', '_torch.py'))];
      const rows = align(left, right);
      const explained = ({ panels }: ListingView) =>
        panels.filter(({ note }) => note).map(({ line }) => line);
      expect(rows.flatMap((row) => row.left?.line ?? [])).toEqual(explained(left));
      expect(rows.flatMap((row) => row.right?.line ?? [])).toEqual(explained(right));
    }
  });

  it('stand together where an author names the pair, and apart where likeness alone would pair them', () => {
    const notes = { one: 'The first.', two: 'The second.' };
    const program = 'x = 1.5  #: one\ny = 2.5  #: two\n';
    const [plain, named] = [view(program, notes), view(program, notes, 'twins: { one: two }\n')];
    expect(written(align(plain, plain))).toEqual(['x = 1.5 | x = 1.5', 'y = 2.5 | y = 2.5']);
    expect(written(align(named, plain))).toEqual(['– | x = 1.5', 'x = 1.5 | y = 2.5', 'y = 2.5 | –']);
  });

  it('stand side by side, and say what differs', () => {
    const rows = align(chapter('vectors'), chapter('vectors_torch'));
    const input = rows.find(({ left }) => left?.line === 4);
    expect(codeOf(input?.right)).toBe('x = torch.tensor([0.8, 0.3, 0.5])');
    expect(input?.differences).toEqual([
      { kind: 'API', left: 'np.array', right: 'torch.tensor' },
      { kind: 'dtype', left: 'float64', right: 'float32' },
    ]);
    expect(rows.find(({ left }) => left?.line === 5)?.differences).toEqual([
      { kind: 'printing', left: '[0.8 0.3 0.5]', right: 'tensor([0.8000, 0.3000, 0.5000])' },
    ]);
  });

  it('say where only one raises', () => {
    const make = (last: string) =>
      view(
        `import numpy as np\nx = np.eye(2)\ny = ${last}  #: y\n`,
        { y: 'The last.' },
        last.includes('3') ? 'raises: ValueError\n' : '',
      );
    const [row] = align(make('x @ np.eye(2)'), make('x @ np.eye(3)'));
    expect(row?.differences.find(({ kind }) => kind === 'error')).toMatchObject({
      left: '',
      right: expect.stringContaining('ValueError: matmul'),
    });
  });
});
