/** Further functions of tensors: a part of PyTorch that is fetched where a program names one of them. */
import '../index.ts';
import type { Modules } from '../../host.ts';
import './combined.ts';
import './counts.ts';
import './cuts.ts';
import './dtypes.ts';
import './elementwise.ts';
import './joins.ts';
import './orders.ts';
import './placing.ts';
import './products.ts';
import './quantiles.ts';
import './scattering.ts';
import './series.ts';

/** The part adds to a module that is there and has none of its own. */
export const furtherModules: Modules = new Map();
