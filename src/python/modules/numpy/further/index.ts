/** Further functions of numbers: a part of NumPy that is fetched where it is named. */
import type { Modules } from '../../host.ts';
import '../index.ts';
import { laterFunctions } from '../later.ts';
import { formulaFunctions } from './formulas.ts';
import { textFunctions } from './texts.ts';
import { furtherUfuncs } from './ufuncs.ts';

for (const [name, value] of [...furtherUfuncs, ...formulaFunctions, ...textFunctions])
  laterFunctions.set(name, value);

/** The part adds to a module that is there and has none of its own. */
export const furtherModules: Modules = new Map();
