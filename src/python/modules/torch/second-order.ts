/** Gradients of gradients: a part of PyTorch that is fetched where a program asks for them. */
import '../../../tensor/autograd/second-order/index.ts';
import type { Modules } from '../host.ts';
import './index.ts';

/** The part adds to what is there and has no module of its own. */
export const secondOrderModules: Modules = new Map();
