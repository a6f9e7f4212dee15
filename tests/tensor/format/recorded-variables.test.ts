/** Every array, tensor and NumPy scalar that the recorded programs held, and what their print options did. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  numpyArray2string,
  numpyPrintDefaults,
  numpyRepr,
  numpyScalarRepr,
  numpyScalarStr,
  numpyStr,
  torchPrintDefaults,
  torchRepr,
  withNumpyOptions,
  withTorchOptions,
} from '../../../src/tensor/format/index.ts';
import { arange, astype, type DType, fromFlat, reshape, tensor } from '../../../src/tensor/index.ts';

type NestedJson = number | boolean | string | NestedJson[];
type Variable = {
  name: string;
  type: string;
  repr: string;
  str: string;
  dtype?: string;
  shape: number[];
  data?: NestedJson;
  requires_grad?: boolean;
  grad_fn?: string | null;
};
type Recording = { source: string; stdout: string; steps: { line: number; changed: Variable[] }[] };

const folder = new URL('../../goldens/recorded/', import.meta.url);

function recording(name: string): Recording {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Recording;
}

function numbers(data: NestedJson): number[] {
  if (Array.isArray(data)) return data.flatMap(numbers);
  return [typeof data === 'string' ? Number(data.replace('inf', 'Infinity')) : Number(data)];
}

/** `[repr, str]` of a recorded variable, printed from its elements. */
function printed({ type, dtype = '', shape, data, ...facts }: Variable): [string, string] {
  const elements = fromFlat(numbers(data as NestedJson), shape, dtype.replace('torch.', '') as DType);
  if (dtype.startsWith('torch.')) {
    const text = torchRepr(elements, {
      gradFn: facts.grad_fn ?? undefined,
      requiresGrad: facts.requires_grad,
      isParameter: type === 'Parameter',
    });
    return [text, text];
  }
  if (type === 'ndarray') return [numpyRepr(elements), numpyStr(elements)];
  return [numpyScalarRepr(elements.item(), elements.dtype), numpyScalarStr(elements.item(), elements.dtype)];
}

const names = readdirSync(folder).map((file) => file.replace('.json', ''));
const variables = names.flatMap((name) => {
  const { source, steps } = recording(name);
  if (source.includes('printoptions')) return [];
  return steps.flatMap(({ line, changed }) =>
    changed
      .filter(({ data }) => data !== undefined)
      .map((variable) => ({ where: `${variable.name} after line ${line} of ${name}`, variable })),
  );
});

describe('a recorded variable', () => {
  it('comes in hundreds', () => {
    expect(variables.length).toBeGreaterThan(350);
  });

  it.each(variables)('prints as recorded: $where', ({ variable }) => {
    expect(printed(variable)).toEqual([variable.repr, variable.str]);
  });
});

describe('print options set by a program', () => {
  it('are NumPy’s, kept from call to call', () => {
    const a = tensor([1 / 3, 2e-6, 1234.5678]);
    let options = numpyPrintDefaults;
    const lines = [numpyStr(a, options)];
    for (const changes of [{ precision: 3 }, { suppress: true }, { precision: 8, suppress: false }]) {
      options = withNumpyOptions(options, changes);
      lines.push(numpyStr(a, options));
    }
    expect(`${lines.join('\n')}\n`).toBe(recording('np_printoptions').stdout);
  });

  it('are NumPy’s summaries, line widths and arguments of array2string', () => {
    const short = withNumpyOptions(numpyPrintDefaults, { threshold: 6, edgeitems: 1 });
    const narrow = withNumpyOptions(short, { threshold: 1000, edgeitems: 3, linewidth: 30 });
    const wide = withNumpyOptions(narrow, { linewidth: 75 });
    const counted = (stop: number) => arange(0, stop, 1, 'int64');
    const quarters = Array.from({ length: 12 }, (_, i) => i * 1.25);
    const lines = [
      `${numpyStr(counted(8), short)} ${numpyStr(counted(6), short)}`,
      numpyStr(reshape(counted(9), [3, 3]), short),
      numpyStr(tensor(quarters), narrow),
      numpyStr(tensor([1 / 3, 100]), withNumpyOptions(wide, { precision: 2 })),
      numpyArray2string(tensor([1 / 3, 2]), { precision: 2, separator: ', ' }, wide),
      numpyArray2string(tensor([1e-6, 2]), { suppress_small: true }, wide),
    ];
    expect(`${lines.join('\n')}\n`).toBe(recording('np_printoptions_more').stdout);
  });

  it('are PyTorch’s, with a profile that resets them', () => {
    const x = astype(tensor([1 / 3, 1e-6, 1234.5]), 'float32');
    const eighth = astype(tensor([0.125, 3]), 'float32');
    const precise = withTorchOptions(torchPrintDefaults, { precision: 2 });
    const positional = withTorchOptions(precise, { sci_mode: false });
    const reset = withTorchOptions(positional, { profile: 'default' });
    const lines = [
      torchRepr(x),
      `${torchRepr(x, {}, precise)} ${torchRepr(eighth, {}, precise)}`,
      torchRepr(x, {}, positional),
      torchRepr(eighth, {}, reset),
    ];
    expect(`${lines.join('\n')}\n`).toBe(recording('t_printoptions').stdout);
  });

  it('are PyTorch’s summaries, line widths and forced exponents', () => {
    const counted = (stop: number) => arange(0, stop, 1, 'int64');
    const short = withTorchOptions(torchPrintDefaults, { threshold: 5, edgeitems: 2 });
    const narrow = withTorchOptions(torchPrintDefaults, { linewidth: 30 });
    const scientific = withTorchOptions(torchPrintDefaults, { sci_mode: true });
    const float = (values: number[]) => astype(tensor(values), 'float32');
    const lines = [
      `${torchRepr(counted(8), {}, short)} ${torchRepr(counted(5), {}, short)}`,
      torchRepr(counted(12), {}, narrow),
      `${torchRepr(float([1, 20]), {}, scientific)} ${torchRepr(float([0.5]), {}, scientific)}`,
    ];
    expect(`${lines.join('\n')}\n`).toBe(recording('t_printoptions_more').stdout);
  });
});
