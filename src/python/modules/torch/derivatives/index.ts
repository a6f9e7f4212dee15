/** `torch.autograd.functional` and `torch.func`, a part of PyTorch that is fetched where it is named. */
import '../../../../tensor/autograd/second-order/index.ts';
import { PyModule } from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import '../index.ts';
import { DERIVATIVES } from './func.ts';
import { FUNCTIONAL } from './functional.ts';

const functionalModule = (): PyModule =>
  new PyModule('torch.autograd.functional', FUNCTIONAL, { library: 'PyTorch' });
const funcModule = (): PyModule =>
  new PyModule('torch.func', DERIVATIVES, {
    library: 'PyTorch',
    notOffered:
      'debug_unwrap functional_call functionalize jvp linearize replace_all_batch_norm_modules_ stack_module_state vjp'.split(
        ' ',
      ),
  });

export const derivativeModules: Modules = new Map([
  ['torch.autograd.functional', functionalModule],
  ['torch.func', funcModule],
]);
