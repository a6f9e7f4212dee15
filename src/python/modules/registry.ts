/** The modules that a program can import. Each is made anew for each run, so that no state outlives a program. */
import type { PyModule } from '../objects/module.ts';
import { mathModule } from './math/index.ts';
import { linalgModule, numpyModule } from './numpy/index.ts';
import {
  autogradModule,
  functionalModule,
  nnModule,
  linalgModule as torchLinalgModule,
  torchModule,
} from './torch/index.ts';

/** What a module may ask of the run it belongs to. */
export type Host = {
  /** Writes to standard output, as `print` does. */
  readonly write: (text: string) => void;
  /** The module of that dotted name, made on its first import; undefined where there is none. */
  readonly importModule: (name: string) => PyModule | undefined;
  /** Shows a warning, which Python writes to standard error: its category (`RuntimeWarning`) and its text. */
  readonly warn: (category: string, message: string) => void;
};

export type ModuleFactory = (host: Host) => PyModule;

/** By dotted name. A submodule is also a member of its parent, which the parent's factory sees to. */
export const moduleFactories: ReadonlyMap<string, ModuleFactory> = new Map<string, ModuleFactory>([
  ['math', mathModule],
  ['numpy', numpyModule],
  ['numpy.linalg', linalgModule],
  ['torch', torchModule],
  ['torch.nn', nnModule],
  ['torch.nn.functional', functionalModule],
  ['torch.linalg', torchLinalgModule],
  ['torch.autograd', autogradModule],
]);
