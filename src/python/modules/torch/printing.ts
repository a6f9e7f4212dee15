/** `torch.set_printoptions`. */
import { PrintOptionError, withTorchOptions } from '../../../tensor/format/index.ts';
import { asFloat, typeError, type Value, valueError } from '../../objects/index.ts';
import { definePython } from './define.ts';
import { session } from './session.ts';

const NAMES = ['precision', 'threshold', 'edgeitems', 'linewidth', 'profile', 'sci_mode'] as const;

definePython(
  'set_printoptions',
  'precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None',
  (...values) => {
    const changes = Object.fromEntries(NAMES.map((name, i) => [name, optionOf(values[i] ?? null)]));
    try {
      session().print = withTorchOptions(session().print, changes);
    } catch (error) {
      if (!(error instanceof PrintOptionError)) throw error;
      throw error.message.includes('unexpected') ? typeError(error.message) : valueError(error.message);
    }
    return null;
  },
);

const optionOf = (value: Value): unknown =>
  typeof value === 'bigint'
    ? Number(value)
    : typeof value === 'object' && value !== null
      ? asFloat(value)
      : value;
