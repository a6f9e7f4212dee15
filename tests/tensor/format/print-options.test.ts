import { describe, expect, it } from 'vitest';
import {
  numpyArray2string,
  numpyPrintDefaults,
  PrintOptionError,
  torchPrintDefaults,
  withNumpyOptions,
  withTorchOptions,
} from '../../../src/tensor/format/index.ts';
import { tensor } from '../../../src/tensor/index.ts';

/** The error that `run` throws, as Python would show it. */
function raised(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof PrintOptionError)) throw error;
    expect(error.name).toBe('PrintOptionError');
    return `${error.pythonType}: ${error.message}`;
  }
  throw new Error('expected a PrintOptionError');
}

describe('np.set_printoptions', () => {
  it('starts from the options of NumPy 2.2', () => {
    expect(numpyPrintDefaults).toEqual({
      precision: 8,
      threshold: 1000,
      edgeitems: 3,
      linewidth: 75,
      suppress: false,
      nanstr: 'nan',
      infstr: 'inf',
      sign: '-',
      floatmode: 'maxprec',
    });
  });

  it('changes the named options and leaves the others', () => {
    const options = withNumpyOptions(numpyPrintDefaults, {
      precision: 3,
      threshold: Number.POSITIVE_INFINITY,
      edgeitems: 2n,
      linewidth: 40.5,
      suppress: 1,
      nanstr: 'NaN',
      infstr: 'oo',
      sign: '+',
      floatmode: 'fixed',
    });
    expect(options).toEqual({
      precision: 3,
      threshold: Number.POSITIVE_INFINITY,
      edgeitems: 2,
      linewidth: 40.5,
      suppress: true,
      nanstr: 'NaN',
      infstr: 'oo',
      sign: '+',
      floatmode: 'fixed',
    });
    expect(withNumpyOptions(options, { precision: true })).toEqual({ ...options, precision: 1 });
    const most = { precision: 1074, threshold: 5n, linewidth: true };
    expect(withNumpyOptions(options, most)).toEqual({
      ...options,
      precision: 1074,
      threshold: 5,
      linewidth: 1,
    });
  });

  it('takes None as unchanged, even where it has no offer', () => {
    const nothing = { precision: null, sign: undefined, formatter: null, legacy: false };
    expect(withNumpyOptions(numpyPrintDefaults, nothing)).toEqual(numpyPrintDefaults);
  });

  it.each([
    // NumPy's own messages.
    [{ precision: 2.5 }, 'TypeError: precision must be an integer'],
    [{ precision: 'a' }, 'TypeError: precision must be an integer'],
    [{ precision: -1 }, 'ValueError: precision must be >= 0'],
    [{ threshold: 'a' }, 'TypeError: threshold must be numeric'],
    [
      { threshold: Number.NaN },
      'ValueError: threshold must be non-NAN, try sys.maxsize for untruncated representation',
    ],
    [{ sign: 'x' }, "ValueError: sign option must be one of ' ', '+', or '-'"],
    [
      { floatmode: 'x' },
      'ValueError: floatmode option must be one of "fixed", "unique", "maxprec", "maxprec_equal"',
    ],
    [{ bogus: 1 }, "TypeError: set_printoptions() got an unexpected keyword argument 'bogus'"],
    // NumPy takes these silently and fails, or prints oddly, later.
    [{ edgeitems: -1 }, 'ValueError: edgeitems must be >= 0'],
    [{ edgeitems: '2' }, 'TypeError: edgeitems must be an integer'],
    [{ linewidth: 'a' }, 'TypeError: linewidth must be numeric'],
    // Not offered.
    [{ precision: 1075 }, 'ValueError: precision may be at most 1074 here, got 1075'],
    [{ formatter: {} }, 'NotImplementedError: the print option formatter is not offered here'],
    [{ override_repr: String }, 'NotImplementedError: the print option override_repr is not offered here'],
    [{ legacy: '1.13' }, 'NotImplementedError: the print option legacy is not offered here'],
  ])('refuses %o', (changes, error) => {
    expect(raised(() => withNumpyOptions(numpyPrintDefaults, changes))).toBe(error);
  });

  it.each(['nanstr', 'infstr', 'linewidth', 'suppress', 'override_repr', 'bogus'])(
    'has no argument %s in array2string',
    (name) => {
      expect(raised(() => numpyArray2string(tensor([1]), Object.fromEntries([[name, 9]])))).toBe(
        `TypeError: array2string() got an unexpected keyword argument '${name}'`,
      );
    },
  );
});

describe('torch.set_printoptions', () => {
  it('applies a profile before single options', () => {
    expect(withTorchOptions(torchPrintDefaults, { linewidth: 60, profile: 'short' })).toEqual({
      precision: 2,
      threshold: 1000,
      edgeitems: 2,
      linewidth: 60,
      sci_mode: undefined,
    });
    expect(withTorchOptions(torchPrintDefaults, { profile: 'full' }).threshold).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it('ignores an unknown profile and None, as PyTorch does', () => {
    for (const nothing of [
      { profile: 'wide', precision: null },
      { profile: ['short'], precision: undefined },
    ])
      expect(withTorchOptions(torchPrintDefaults, nothing)).toEqual(torchPrintDefaults);
  });

  it('sets sci_mode by every call', () => {
    const forced = withTorchOptions(torchPrintDefaults, { sci_mode: 1 });
    expect(forced.sci_mode).toBe(true);
    expect(withTorchOptions(forced, { sci_mode: false }).sci_mode).toBe(false);
    expect(withTorchOptions(forced, { precision: 2 }).sci_mode).toBeUndefined();
    expect(withTorchOptions(forced, { sci_mode: null }).sci_mode).toBeUndefined();
  });

  it.each([
    [{ precision: 2.5 }, 'TypeError: precision must be an integer'],
    [{ precision: -1 }, 'ValueError: precision must be >= 0'],
    [{ edgeitems: -1 }, 'ValueError: edgeitems must be >= 0'],
    [{ threshold: 'a' }, 'TypeError: threshold must be numeric'],
    [{ linewidth: 'a' }, 'TypeError: linewidth must be numeric'],
    [{ bogus: 1 }, "TypeError: set_printoptions() got an unexpected keyword argument 'bogus'"],
  ])('refuses %o', (changes, error) => {
    expect(raised(() => withTorchOptions(torchPrintDefaults, changes))).toBe(error);
  });
});
