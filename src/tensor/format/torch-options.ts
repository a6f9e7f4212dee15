/** PyTorch's print options and its profiles. */
import { countOption, numberOption, precisionOption, unknownOption } from './option-values.ts';

/** The options by their names in `torch.set_printoptions`; `sci_mode` undefined lets the values decide. */
export type TorchPrintOptions = {
  readonly precision: number;
  readonly threshold: number;
  readonly edgeitems: number;
  readonly linewidth: number;
  readonly sci_mode: boolean | undefined;
};

/** What PyTorch 2.6 starts with. */
export const torchPrintDefaults: TorchPrintOptions = {
  precision: 4,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 80,
  sci_mode: undefined,
};

const profiles = {
  default: torchPrintDefaults,
  short: { precision: 2, threshold: 1000, edgeitems: 2, linewidth: 80 },
  full: { precision: 4, threshold: Number.POSITIVE_INFINITY, edgeitems: 3, linewidth: 80 },
} as const;

const readers = {
  precision: precisionOption,
  threshold: (value: unknown) => numberOption('threshold', value),
  edgeitems: (value: unknown) => countOption('edgeitems', value),
  linewidth: (value: unknown) => numberOption('linewidth', value),
};

/**
 * Returns the options after `torch.set_printoptions(**changes)`: a profile first, single options over it. A value of null or
 * undefined (Python's None) changes nothing, but `sci_mode` is set by every call, back to automatic when not given.
 *
 * @throws PrintOptionError for an unknown name, or a value that tensors could not be printed with: PyTorch
 * itself raises only when it prints.
 */
export function withTorchOptions(
  current: TorchPrintOptions,
  changes: Readonly<Record<string, unknown>>,
): TorchPrintOptions {
  const { profile, sci_mode, ...single } = changes;
  const next: Record<string, unknown> = { ...current };
  if (typeof profile === 'string' && Object.hasOwn(profiles, profile))
    Object.assign(next, profiles[profile as keyof typeof profiles]);
  for (const [name, value] of Object.entries(single)) {
    if (!Object.hasOwn(readers, name)) throw unknownOption('set_printoptions', name);
    if (value !== null && value !== undefined) next[name] = readers[name as keyof typeof readers](value);
  }
  const mode = sci_mode ?? undefined;
  return { ...next, sci_mode: mode === undefined ? undefined : Boolean(mode) } as TorchPrintOptions;
}
