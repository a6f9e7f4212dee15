/** Division by zero, overflow and invalid operations: found in results, met as `np.errstate` says. */
import { expand, isFloat, rowMajorData, type Tensor } from '../../../tensor/index.ts';
import { pyError } from '../../objects/index.ts';
import { type FloatFault, session } from './session.ts';

const WORDS: Readonly<Record<FloatFault, string>> = {
  divide: 'divide by zero',
  over: 'overflow',
  under: 'underflow',
  invalid: 'invalid value',
};

/** Warns of a fault or raises FloatingPointError, as the state in force says. */
export function meetFault(fault: FloatFault, where: string): void {
  const message = `${WORDS[fault]} encountered in ${where}`;
  const reaction = session().errors[fault];
  if (reaction === 'raise') throw pyError('FloatingPointError', message);
  if (reaction === 'warn') session().warn('RuntimeWarning', message);
}

/** Functions that are infinite at a finite point. */
const POLES = new Set(['log', 'log2', 'log10', 'log1p', 'reciprocal', 'arctanh']);
const QUOTIENTS = new Set(['divide', 'floor_divide', 'remainder', 'power']);

const EXACT: Readonly<Record<string, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  negative: (x) => -x,
};

/** Returns whether an integer scalar is not what it would be without a limit; NumPy looks only at scalars. */
function wraps(ufunc: string, operands: readonly Tensor[], outcome: Tensor): boolean {
  if (outcome.dtype === 'bool') return false;
  const [x = 0, y = 0] = operands.map((each) => each.item());
  const exact = EXACT[ufunc]?.(x, y);
  return exact !== undefined && exact !== outcome.item() && exact !== 0;
}

/** Asked of every result: a loop takes a fifth of the time that `every` takes. */
function areFinite(data: ArrayLike<number>): boolean {
  for (let place = 0; place < data.length; place++) if (!Number.isFinite(data[place])) return false;
  return true;
}

/** Meets the faults that computing `outcome` from `operands` (which broadcast to it) came upon. */
export function meetFaults(ufunc: string, where: string, operands: readonly Tensor[], outcome: Tensor): void {
  const last = operands.at(-1);
  if (!isFloat(outcome.dtype)) {
    if (where.startsWith('scalar') && wraps(ufunc, operands, outcome)) meetFault('over', where);
    const byZero = ufunc === 'floor_divide' || ufunc === 'remainder';
    if (byZero && outcome.dtype !== 'bool' && last !== undefined && rowMajorData(last).includes(0))
      meetFault('divide', where);
    return;
  }
  const data = rowMajorData(outcome);
  if (areFinite(data)) return;
  if (ufunc === 'matmul') {
    const known = operands.every((each) => rowMajorData(each).every((x) => !Number.isNaN(x)));
    if (known && data.some(Number.isNaN)) meetFault('invalid', where);
    return;
  }
  const inputs = operands.map((each) => rowMajorData(expand(each, outcome.shape)));
  const found = new Set<FloatFault>();
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number;
    if (Number.isNaN(value) && !inputs.some((input) => Number.isNaN(input[i]))) found.add('invalid');
    const infinite = Math.abs(value) === Number.POSITIVE_INFINITY;
    if (infinite && inputs.every((input) => Number.isFinite(input[i]))) {
      const base = inputs[ufunc === 'power' ? 0 : inputs.length - 1]?.[i];
      found.add(POLES.has(ufunc) || (QUOTIENTS.has(ufunc) && base === 0) ? 'divide' : 'over');
    }
  }
  for (const fault of ['divide', 'over', 'invalid'] as const) if (found.has(fault)) meetFault(fault, where);
}
