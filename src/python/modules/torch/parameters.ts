/**
 * Signatures as PyTorch's own messages write them, `Tensor input, dims dim, bool keepdim=False, *, dtype dtype=None`, with
 * shorter names for some types. They decide which arguments fit and what is said of those that do not.
 */
export type Parameter = {
  readonly name: string;
  readonly kind: ParameterKind;
  /** As messages write it. */
  readonly fallback: string | undefined;
  readonly keywordOnly: boolean;
  /** True if passing None is the same as omitting it; always so where None is the default. */
  readonly nullable: boolean;
};

/** What messages call each kind. */
const KIND_NAMES = {
  Tensor: 'Tensor',
  /** A tensor, or a number standing for one. */
  Operand: 'Tensor',
  Number: 'Number',
  int: 'int',
  float: 'float',
  bool: 'bool',
  str: 'str',
  ints: 'tuple of ints',
  /** Ints, or one of them alone. */
  dims: 'tuple of ints',
  Tensors: 'tuple of Tensors',
  name: 'name',
  names: 'tuple of names',
  dtype: 'torch.dtype',
  device: 'torch.device',
  Generator: 'torch.Generator',
  layout: 'torch.layout',
  memory_format: 'torch.memory_format',
  /** Anything; never named in a message. */
  object: 'object',
} as const;
export type ParameterKind = keyof typeof KIND_NAMES;

export const kindName = (kind: ParameterKind): string => KIND_NAMES[kind];

/** What a keyword may be called instead, for the sake of NumPy's habits. */
export const NUMPY_NAMES: Readonly<Record<string, string>> = {
  dim: 'axis',
  keepdim: 'keepdims',
  input: 'x',
  other: 'x2',
};

export class Overload {
  readonly parameters: readonly Parameter[];
  /** A deprecated overload: it never matches, but with two overloads PyTorch words its errors differently. */
  readonly hidden: boolean;

  constructor(parameters: readonly Parameter[], hidden = false) {
    this.parameters = parameters;
    this.hidden = hidden;
  }

  get required(): number {
    return this.parameters.filter(({ fallback }) => fallback === undefined).length;
  }

  get positional(): number {
    return this.parameters.filter(({ keywordOnly }) => !keywordOnly).length;
  }

  /** May the sizes be listed as arguments of their own, `view(2, 3)`? */
  get listsSizes(): boolean {
    const first = this.parameters[0]?.kind;
    return this.positional === 1 && (first === 'ints' || first === 'dims');
  }

  /** `(Tensor input, *, Tensor out = None)`. */
  get text(): string {
    const parts: string[] = [];
    for (const [index, { name, kind, fallback, keywordOnly }] of this.parameters.entries()) {
      if (keywordOnly && this.parameters[index - 1]?.keywordOnly !== true) parts.push('*');
      parts.push(`${kindName(kind)} ${name}${fallback === undefined ? '' : ` = ${fallback}`}`);
    }
    return `(${parts.join(', ')})`;
  }

  /** The overload of the method: the tensor goes before the dot, and methods have no `out`. */
  get method(): Overload {
    const rest = this.parameters.slice(1).filter(({ name }) => name !== 'out');
    return new Overload(rest, this.hidden || this.parameters[0]?.name !== 'input');
  }
}

/** Stands in a list of signatures for one that PyTorch keeps for old programs only. */
export const DEPRECATED = '-';

/** The keyword parameters that end the signatures of functions that create tensors. */
const FACTORY =
  'dtype dtype=None, layout layout=None, device device=None, bool pin_memory=False, bool requires_grad=False';

export function readOverload(signature: string): Overload {
  if (signature === DEPRECATED) return new Overload([], true);
  let keywordOnly = false;
  const parameters: Parameter[] = [];
  for (const word of signature.replace('FACTORY', FACTORY).split(', ')) {
    if (word === '*') keywordOnly = true;
    else if (word !== '') {
      const [, kind, optional, name, fallback] = /^(\w+)(\??) (\w+)(?:=(.*))?$/.exec(word) as unknown as [
        string,
        ParameterKind,
        string,
        string,
        string | undefined,
      ];
      const nullable = optional === '?' || fallback === 'None';
      parameters.push({ name, kind, fallback, keywordOnly, nullable });
    }
  }
  return new Overload(parameters);
}
