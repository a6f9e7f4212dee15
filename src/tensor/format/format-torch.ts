/** `repr` (which is also `str`) of tensors, as PyTorch 2.6 writes them. */
import { countOf, type Printable, shapeTuple } from './printable.ts';
import { layoutTensor } from './torch-layout.ts';
import { type TorchPrintOptions, torchPrintDefaults } from './torch-options.ts';

/** What a tensor's text tells beside its elements. */
export type TorchFacts = {
  /** The name of the node that made it, such as `AddmmBackward0`. */
  readonly gradFn?: string | undefined;
  readonly requiresGrad?: boolean | undefined;
  /** Whether it is an `nn.Parameter`. */
  readonly isParameter?: boolean | undefined;
};

const PREFIX = 'tensor(';

/**
 * `repr(tensor)`: `tensor(…` with the suffixes that apply, in order: `size=` (empty and not 1-d, or with edgeitems 0),
 * `dtype=` (not float32, int64 or bool; an empty tensor shows all but float32), then `grad_fn=<…>` or
 * `requires_grad=True`. A suffix that would reach beyond the line width begins a new line.
 */
export function torchRepr(
  tensor: Printable,
  facts: TorchFacts = {},
  options: TorchPrintOptions = torchPrintDefaults,
): string {
  const { dtype, shape } = tensor;
  const empty = countOf(tensor) === 0;
  const suffixes: string[] = [];
  if (empty ? shape.length !== 1 : options.edgeitems === 0) suffixes.push(`size=${shapeTuple(shape)}`);
  const implied = dtype === 'float32' || (!empty && (dtype === 'int64' || dtype === 'bool'));
  if (!implied) suffixes.push(`dtype=torch.${dtype}`);
  if (facts.gradFn !== undefined) suffixes.push(`grad_fn=<${facts.gradFn}>`);
  else if (facts.requiresGrad) suffixes.push('requires_grad=True');

  let text = PREFIX + (empty ? '[]' : layoutTensor(tensor, PREFIX.length, options));
  // PyTorch counts the last line two longer than it is, as if a comma and a blank had been added.
  let lastLine = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    const fits = lastLine + suffix.length + 2 <= options.linewidth;
    text += fits ? `, ${suffix}` : `,\n${' '.repeat(PREFIX.length)}${suffix}`;
    lastLine = fits ? lastLine + suffix.length + 2 : PREFIX.length + suffix.length;
  }
  return `${facts.isParameter ? 'Parameter containing:\n' : ''}${text})`;
}
