/** What belongs to one run of a program: print options, the default dtype, and that gradients are recorded again. */
import { setGradEnabled } from '../../../tensor/autograd/index.ts';
import { type TorchPrintOptions, torchPrintDefaults } from '../../../tensor/format/index.ts';
import type { DType } from '../../../tensor/index.ts';
import type { Host } from '../host.ts';
import type { GeneratorObject } from './generator.ts';

export type Session = {
  print: TorchPrintOptions;
  defaultDType: DType;
  /** The default generator, once it was asked for. */
  generator: GeneratorObject | undefined;
  /** Warnings that PyTorch gives once in a run. */
  readonly warned: Set<string>;
  readonly host: Pick<Host, 'warn' | 'importModule' | 'runSeed'>;
};

const newSession = (host: Session['host']): Session => ({
  print: torchPrintDefaults,
  defaultDType: 'float32',
  generator: undefined,
  warned: new Set(),
  host,
});

let current = newSession({ warn: () => {}, importModule: () => undefined, runSeed: () => 0n });

/** Types are made once and programs run one after another, so their methods ask here for the state of the run. */
export function session(): Session {
  return current;
}

/** A warning that PyTorch gives once in a program, wherever it comes from. */
export function warnOnce(message: string): void {
  if (current.warned.has(message)) return;
  current.warned.add(message);
  current.host.warn('UserWarning', message);
}

/** To be called when a program first imports the module. */
export function startSession(host: Host): void {
  current = newSession(host);
  setGradEnabled(true);
}
