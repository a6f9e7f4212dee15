import type { Preset } from '../base/index.ts';
import { type ForwardState, forwardFacts, repairForward, stacked } from './model.ts';

/** States worth a look; each keeps the rest of the state as it is. */
export const FORWARD_PRESETS: readonly Preset<ForwardState>[] = [
  { name: 'Two linear layers', to: (state) => stacked(state, { stack: 'linear' }) },
  { name: 'ReLU between two', to: (state) => stacked(state, { stack: 'relu' }) },
  { name: 'Silence n0', to: silenced },
];

/** Returns the bias of neuron 0 so low that no sample of the batch wakes it. */
function silenced(state: ForwardState): ForwardState {
  const products = forwardFacts(state).values.get('product') ?? [];
  const highest = Math.max(...products.map(([first = 0]) => first));
  return repairForward({ ...state, b: state.b.with(0, -Math.max(1, Math.ceil(highest))) });
}
