/** What belongs to one run of a program: print options, the reaction to floating-point errors, where warnings go. */
import { type NumpyPrintOptions, numpyPrintDefaults } from '../../../tensor/format/index.ts';

export const FLOAT_FAULTS = ['divide', 'over', 'under', 'invalid'] as const;
export type FloatFault = (typeof FLOAT_FAULTS)[number];
export const REACTIONS = ['ignore', 'warn', 'raise', 'call', 'print', 'log'] as const;
export type Reaction = (typeof REACTIONS)[number];
export type ErrorState = Readonly<Record<FloatFault, Reaction>>;

export type Warn = (category: string, message: string) => void;

export type Session = { print: NumpyPrintOptions; errors: ErrorState; readonly warn: Warn };

/** NumPy warns of everything but underflow. */
const DEFAULT_ERRORS: ErrorState = { divide: 'warn', over: 'warn', under: 'ignore', invalid: 'warn' };

let current: Session = newSession(() => {});

function newSession(warn: Warn): Session {
  return { print: numpyPrintDefaults, errors: DEFAULT_ERRORS, warn };
}

/** Types are made once and programs run one after another, so their methods ask here for the state of the run. */
export function session(): Session {
  return current;
}

/** To be called when a program first imports the module. */
export function startSession(warn: Warn): void {
  current = newSession(warn);
}
