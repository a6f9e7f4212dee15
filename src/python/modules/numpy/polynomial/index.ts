/** Polynomials: a part of NumPy that is fetched where a program names them. */
import type { Modules } from '../../host.ts';
import '../decompositions/index.ts';
import '../further/index.ts';
import '../index.ts';
import { laterFunctions } from '../later.ts';
import '../statistics/index.ts';
import { classicFunctions } from './classic.ts';
import './poly1d.ts';
import { poly1dType } from './poly1d-object.ts';

for (const [name, value] of classicFunctions) laterFunctions.set(name, value);
laterFunctions.set('poly1d', poly1dType);

/** The part adds to a module that is there and has none of its own. */
export const polynomialModules: Modules = new Map();
