/** Images in other sizes, and windows of images as columns: `F.interpolate`, `F.unfold`, `F.fold`, `F.pixel_shuffle`. */
import { operations as graph, type Variable } from '../../../../tensor/autograd/index.ts';
import { type PlaneTerm, planeMap } from '../../../../tensor/layers/index.ts';
import {
  call,
  isTrue,
  PyList,
  PyTuple,
  pyError,
  Refusal,
  repr,
  setPlainAttribute,
  str,
  toFloat,
  toSmallIndex,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import type { Entry } from '../define.ts';
import { runtimeError } from '../errors.ts';
import '../index.ts';
import { offerLater } from '../nn/later.ts';
import { attribute, layer } from '../nn/layers.ts';
import { python, tensorWith } from '../nn/python-functions.ts';
import { pair } from './geometry.ts';

/** Which elements of a line make each of the new line's, and how much of each. */
type Line = readonly (readonly (readonly [from: number, weight: number])[])[];

/** https://pytorch.org/docs/stable/generated/torch.nn.functional.interpolate.html: steps of the source for one of the result. */
type Scale = { readonly size: number; readonly made: number; readonly step: number };

const nearest = ({ size, made, step }: Scale): Line =>
  Array.from({ length: made }, (_, i) => [
    [Math.min(Math.floor(Math.fround(i * Math.fround(step))), size - 1), 1],
  ]);

function linear({ size, made, step }: Scale, aligned: boolean): Line {
  const stride = aligned ? (made > 1 ? (size - 1) / (made - 1) : 0) : step;
  return Array.from({ length: made }, (_, i) => {
    const at = aligned ? stride * i : Math.max(0, stride * (i + 0.5) - 0.5);
    const low = Math.min(Math.floor(at), size - 1);
    const high = Math.min(low + 1, size - 1);
    const share = at - low;
    return [
      [low, 1 - share],
      [high, share],
    ];
  });
}

const NODES: Readonly<Record<string, string>> = {
  nearest1: 'UpsampleNearest1DBackward0',
  nearest2: 'UpsampleNearest2DBackward0',
  linear1: 'UpsampleLinear1DBackward0',
  bilinear2: 'UpsampleBilinear2DBackward0',
};

/** Returns one number for each axis, given for all or as a row. */
function perAxis(given: Value, axes: number): Value[] {
  if (!(given instanceof PyTuple || given instanceof PyList)) return new Array<Value>(axes).fill(given);
  if (given.items.length !== axes)
    throw valueError(
      `Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of and output size of ${str(given)}.`,
    );
  return [...given.items];
}

function scalesOf(sizes: readonly number[], size: Value, factor: Value): Scale[] {
  if (size !== null && factor !== null)
    throw valueError('only one of size or scale_factor should be defined');
  if (size === null && factor === null) throw valueError('either size or scale_factor should be defined');
  const given = perAxis(size ?? factor, sizes.length);
  return sizes.map((own, axis) => {
    if (size !== null) {
      const made = toSmallIndex(given[axis] ?? null);
      return { size: own, made, step: own / made };
    }
    const times = toFloat(given[axis] ?? null);
    return { size: own, made: Math.floor(own * times), step: 1 / times };
  });
}

function interpolate(input: Value, size: Value, factor: Value, mode: Value, aligned: Value): Variable {
  const { variable } = tensorWith('dim', input);
  const { shape, rank } = variable.value;
  const axes = rank - 2;
  const node = NODES[`${str(mode)}${axes}`];
  if (aligned !== null && (mode === 'nearest' || mode === 'area'))
    throw valueError(
      'align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear',
    );
  if (node === undefined) {
    if (
      !['nearest', 'linear', 'bilinear', 'bicubic', 'trilinear', 'area', 'nearest-exact'].includes(
        str(mode),
      ) ||
      axes < 1 ||
      axes > 3
    )
      throw pyError(
        'NotImplementedError',
        `Input Error: Only 3D, 4D and 5D input Tensors supported (got ${rank}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got ${str(mode)})`,
      );
    throw new Refusal(`F.interpolate(mode=${repr(mode)}) of ${rank} axes is not part of this book's PyTorch`);
  }
  const scales = scalesOf(shape.slice(2), size, factor);
  const lines = scales.map((each) =>
    mode === 'nearest' ? nearest(each) : linear(each, isTrue(aligned ?? false)),
  );
  const [rows, columns] =
    axes === 1 ? [[[[0, 1]]] as unknown as Line, lines[0] as Line] : (lines as [Line, Line]);
  const width = scales.at(-1)?.size ?? 1;
  const terms: PlaneTerm[] = [];
  rows.forEach((above, row) => {
    columns.forEach((beside, column) => {
      for (const [y, down] of above)
        for (const [x, right] of beside)
          if (down * right !== 0)
            terms.push({ to: row * columns.length + column, from: y * width + x, weight: down * right });
    });
  });
  const plane = scales.reduce((product, each) => product * each.size, 1);
  const made = [...shape.slice(0, 2), ...scales.map((each) => each.made)];
  return planeMap(variable, plane, rows.length * columns.length, made, terms, node);
}

const INTERPOLATE = python(
  'interpolate',
  "input, size=None, scale_factor=None, mode='nearest', align_corners=None, recompute_scale_factor=None!, antialias=False!",
  interpolate,
);

type Windows = {
  readonly terms: PlaneTerm[];
  readonly rows: number;
  readonly columns: number;
  readonly area: number;
};

/** Returns where each element of each window of an image of height · width stands in the columns. */
function windowsOf(size: readonly [number, number], given: readonly [Value, Value, Value, Value]): Windows {
  const [kernel, dilation, padding, stride] = [
    pair(given[0], 2, 1),
    pair(given[1], 2, 1),
    pair(given[2], 2, 0),
    pair(given[3], 2, 1),
  ];
  const count = (axis: 0 | 1): number =>
    Math.floor((size[axis] + 2 * padding[axis] - dilation[axis] * (kernel[axis] - 1) - 1) / stride[axis]) + 1;
  const [rows, columns] = [count(0), count(1)];
  if (rows < 1 || columns < 1)
    throw runtimeError(
      `Given input with spatial size (${size.join(', ')}), kernel_size=(${kernel.join(', ')}), dilation=(${dilation.join(', ')}), padding=(${padding.join(', ')}), calculated shape of the array of sliding blocks as (${rows}, ${columns}), but its components must be at least one.`,
    );
  const terms: PlaneTerm[] = [];
  const area = kernel[0] * kernel[1];
  for (let k = 0; k < area; k++)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const y = row * stride[0] - padding[0] + Math.floor(k / kernel[1]) * dilation[0];
        const x = column * stride[1] - padding[1] + (k % kernel[1]) * dilation[1];
        if (y < 0 || y >= size[0] || x < 0 || x >= size[1]) continue;
        terms.push({ to: (k * rows + row) * columns + column, from: y * size[1] + x, weight: 1 });
      }
  return { terms, rows, columns, area };
}

const UNFOLD = python(
  'unfold',
  'input, kernel_size, dilation=1, padding=0, stride=1',
  (input, kernel, dilation, padding, stride) => {
    const { variable } = tensorWith('dim', input);
    const { shape, rank } = variable.value;
    if (rank !== 3 && rank !== 4)
      throw runtimeError(
        `Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: [${shape.join(', ')}]`,
      );
    const [height, width] = shape.slice(-2) as [number, number];
    const { terms, rows, columns, area } = windowsOf([height, width], [kernel, dilation, padding, stride]);
    const channels = shape.at(-3) as number;
    const made = [...shape.slice(0, -3), channels * area, rows * columns];
    return planeMap(variable, height * width, area * rows * columns, made, terms, 'Im2ColBackward0');
  },
);

const FOLD = python(
  'fold',
  'input, output_size, kernel_size, dilation=1, padding=0, stride=1',
  (input, size, kernel, dilation, padding, stride) => {
    const { variable } = tensorWith('dim', input);
    const { shape } = variable.value;
    const [height, width] = pair(size, 2, 1);
    const { terms, rows, columns, area } = windowsOf([height, width], [kernel, dilation, padding, stride]);
    const [depth, count] = shape.slice(-2) as [number, number];
    if (depth % area !== 0)
      throw runtimeError(
        `Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)=${depth} and kernel_size=(${pair(kernel, 2, 1).join(', ')}).`,
      );
    if (count !== rows * columns)
      throw runtimeError(
        `Given output_size=(${height}, ${width}), kernel_size=(${pair(kernel, 2, 1).join(', ')}), dilation=(${pair(dilation, 2, 1).join(', ')}), padding=(${pair(padding, 2, 0).join(', ')}), stride=(${pair(stride, 2, 1).join(', ')}), expected size of input's dimension 2 to match the calculated number of sliding blocks ${rows} * ${columns} = ${rows * columns}, but got input.size(2)=${count}.`,
      );
    const back = terms.map(({ to, from, weight }) => ({ to: from, from: to, weight }));
    const made = [...shape.slice(0, -2), depth / area, height, width];
    return planeMap(variable, area * count, height * width, made, back, 'Col2ImBackward0');
  },
);

const SHUFFLE = python('pixel_shuffle', 'input, upscale_factor', (input, factor) => {
  const { variable } = tensorWith('dim', input);
  const times = toSmallIndex(factor);
  const { shape } = variable.value;
  const lead = shape.slice(0, -3);
  const [depth, height, width] = shape.slice(-3) as [number, number, number];
  if (depth % (times * times) !== 0)
    throw runtimeError(
      `pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=${depth} is not divisible by ${times * times}`,
    );
  const channels = depth / (times * times);
  const apart = graph.reshape(variable, [...lead, channels, times, times, height, width]);
  const at = lead.length;
  const order = [...lead.map((_, axis) => axis), at, at + 3, at + 1, at + 4, at + 2];
  return graph.reshape(graph.permute(apart, order), [...lead, channels, height * times, width * times]);
});

/** Returns a layer that passes what it keeps to its function, and shows it. */
function windowLayer(name: string, file: string, signature: string, of: Entry): Entry {
  const names = signature.split(', ').map((word) => word.replace(/=.*/, ''));
  return layer(name, {
    file,
    signature,
    forward: (self, input) => call(of[1], [input ?? null, ...names.map((each) => attribute(self, each))]),
    extra: (self) => names.map((each) => `${each}=${repr(attribute(self, each))}`).join(', '),
  });
}

const floats = (given: Value): Value =>
  given instanceof PyTuple ? new PyTuple(given.items.map(toFloat)) : given === null ? null : toFloat(given);

const UPSAMPLE = layer('Upsample', {
  file: 'upsampling',
  signature: "size=None, scale_factor=None, mode='nearest', align_corners=None, recompute_scale_factor=None!",
  setUp: (self, size, factor, mode, aligned) => {
    setPlainAttribute(self, 'size', size);
    setPlainAttribute(self, 'scale_factor', floats(factor));
    setPlainAttribute(self, 'mode', mode);
    setPlainAttribute(self, 'align_corners', aligned);
  },
  forward: (self, input) =>
    call(INTERPOLATE[1], [
      input ?? null,
      ...['size', 'scale_factor', 'mode', 'align_corners'].map((each) => attribute(self, each)),
    ]),
  extra: (self) => {
    const name = attribute(self, 'scale_factor') === null ? 'size' : 'scale_factor';
    return `${name}=${repr(attribute(self, name))}, mode=${repr(attribute(self, 'mode'))}`;
  },
});

offerLater(
  [
    UPSAMPLE,
    windowLayer('Unfold', 'fold', 'kernel_size, dilation=1, padding=0, stride=1', UNFOLD),
    windowLayer('Fold', 'fold', 'output_size, kernel_size, dilation=1, padding=0, stride=1', FOLD),
    windowLayer('PixelShuffle', 'pixelshuffle', 'upscale_factor', SHUFFLE),
  ],
  [INTERPOLATE, UNFOLD, FOLD, SHUFFLE],
);

/** The part adds to modules that are there and has none of its own. */
export const resamplingModules: Modules = new Map();
