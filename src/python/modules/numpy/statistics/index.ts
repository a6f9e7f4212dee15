/** Quantiles, counts, series and the reductions without nan: a part of NumPy that is fetched where it is named. */
import type { Modules } from '../../host.ts';
import '../index.ts';
import { laterFunctions } from '../later.ts';
import { countingFunctions } from './counting.ts';
import { gridHistogram } from './histogram2d.ts';
import { quantileFunctions } from './quantiles.ts';
import { seriesFunctions } from './series.ts';
import { withoutNanFunctions } from './without-nan.ts';

for (const [name, value] of [
  ...quantileFunctions,
  ...countingFunctions,
  ...seriesFunctions,
  ...withoutNanFunctions,
  gridHistogram,
])
  laterFunctions.set(name, value);

/** The part adds to a module that is there and has none of its own. */
export const statisticsModules: Modules = new Map();
