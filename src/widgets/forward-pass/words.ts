/** What the forward pass says: the names of its stages, the working of a value, silent units, and the collapse. */
import { explainBias, explainEntry, explainRelu, type Worked } from '../../explain/index.ts';
import { counted, rounded, type Twin } from '../base/index.ts';
import {
  type ForwardFacts,
  type ForwardState,
  forwardFacts,
  isKnown,
  type Stage,
  stepCount,
  workedPlace,
} from './model.ts';

/** Returns the symbol of each stage. */
export function stageName(stage: Stage, { stack }: Pick<ForwardState, 'stack'>): string {
  switch (stage) {
    case 'input':
      return 'X';
    case 'product':
      return 'XWᵀ';
    case 'biased':
      return 'Z';
    case 'activated':
      return 'A';
    case 'nextProduct':
      return stack === 'linear' ? 'ZW′ᵀ' : 'AW′ᵀ';
    case 'output':
      return 'Y';
    default:
      return stage satisfies never;
  }
}

/** What leads to each stage. */
export const STAGE_STEPS: Readonly<Record<Exclude<Stage, 'input'>, string>> = {
  product: '· Wᵀ',
  biased: '+ b',
  activated: 'ReLU',
  nextProduct: '· W′ᵀ',
  output: '+ b′',
};

/** How the picked value comes about, stage by stage within its layer, as far as it has been computed. */
export function forwardSums(state: ForwardState): readonly Worked[] {
  const { stage, sample, neuron } = workedPlace(state);
  return sumsAt(state, stage, sample, neuron);
}

export function sumsAt(state: ForwardState, stage: Stage, sample: number, neuron: number): readonly Worked[] {
  const { X, W, b, W_next, b_next, stack } = state;
  const { values } = forwardFacts(state);
  const at = (each: Stage) => values.get(each)?.[sample]?.[neuron] ?? Number.NaN;
  const entry = { row: sample, column: neuron, hue: 'z' } as const;
  const hidden = values.get(stack === 'linear' ? 'biased' : 'activated')?.[sample] ?? [];
  const ofHidden = stack === 'linear' ? 'z' : 'a';
  const product = () =>
    explainEntry({ ...entry, name: '(XWᵀ)' }, X[sample] ?? [], W[neuron] ?? [], ['x', 'w'], at('product'));
  const biased = () =>
    explainBias({ ...entry, name: 'Z' }, at('product'), b[neuron] ?? Number.NaN, at('biased'));
  const next = () => {
    const name = `(${stageName('nextProduct', state)})`;
    return explainEntry({ ...entry, name }, hidden, W_next[neuron] ?? [], [ofHidden, 'w'], at('nextProduct'));
  };
  switch (stage) {
    case 'input':
      return [];
    case 'product':
      return [product()];
    case 'biased':
      return [product(), biased()];
    case 'activated': {
      const relu = explainRelu({ ...entry, name: 'A', hue: 'a' }, at('biased'), at('activated'));
      return [product(), biased(), relu];
    }
    case 'nextProduct':
      return [next()];
    case 'output':
      return [
        next(),
        explainBias({ ...entry, name: 'Y' }, at('nextProduct'), b_next[neuron] ?? Number.NaN, at('output')),
      ];
    default:
      return stage satisfies never;
  }
}

/** Returns what can be said of silent units: only of the samples that are shown, and only of what is computed. */
export function silentWords(state: ForwardState): string {
  const { silentForAll, values } = forwardFacts(state);
  const activated = values.get('activated');
  if (activated === undefined) return 'Without ReLU no unit is silent.';
  const computed = activated.filter((_, sample) => isKnown(state, 'activated', sample));
  if (computed.length === 0) return 'No activation is computed yet.';
  const isWhole = computed.length === activated.length;
  const cells = computed.flat();
  const silent = cells.filter((value) => value === 0).length;
  const some =
    `${silent} of the ${cells.length} activations ${isWhole ? '' : 'computed so far '}` +
    `${silent === 1 ? 'is' : 'are'} 0: such a unit is silent for that sample.`;
  if (!isWhole || silentForAll.length === 0) return some;
  const names = silentForAll.map((neuron) => `n${neuron}`).join(', ');
  return (
    `${some} Silent for every sample shown: ${names}. Whether a unit is dead, silent for every input, ` +
    'these samples alone cannot tell.'
  );
}

/** Returns whether the two layers are one, as computed for the samples that are shown. */
export function collapseWords(
  { stack }: ForwardState,
  { collapse, values }: ForwardFacts,
): string | undefined {
  if (collapse === undefined) return undefined;
  const { differing } = collapse;
  const samples = values.get('input')?.length ?? 0;
  const one = 'One layer with the matrix W′W and the bias W′b + b′';
  if (stack === 'linear')
    return `${one} gives the same as the two layers${differing.length === 0 ? ` for all ${samples} samples` : ` up to rounding`}: without ReLU between them they collapse into one.`;
  return differing.length === 0
    ? `${one} happens to give the same for the ${samples} samples shown, as ReLU changes nothing that W′ reads here.`
    : `${one} gives something else for ${differing.map((sample) => `s${sample}`).join(', ')}: with ReLU between them the two layers are more than one.`;
}

export function forwardTwin(state: ForwardState): Twin {
  const { X, W, W_next, stack } = state;
  const facts = forwardFacts(state);
  const steps = stepCount(state);
  const layer = `XWᵀ, plus b${stack === 'linear' ? '' : ', then ReLU'}`;
  const next = stack === 'one' ? '' : `; then ${counts(W_next.length, 'neuron')} of a second layer`;
  const collapse = collapseWords(state, facts);
  const shown = facts.stages.filter((stage) => stage !== 'input');
  return {
    sentence:
      `${counts(X.length, 'sample')} ${X.length === 1 ? 'goes' : 'go'} through ${counts(W.length, 'neuron')}: ${layer}${next}. ${silentWords(state)} ` +
      `${collapse === undefined ? '' : `${collapse} `}Step ${state.step} of ${steps} is shown.`,
    head: [
      'Sample',
      ...shown.flatMap((stage) =>
        counted(`${stageName(stage, state)}, n`, facts.values.get(stage)?.[0]?.length ?? 0),
      ),
    ],
    rows: X.map((_, sample) => [
      `s${sample}`,
      ...shown.flatMap((stage) =>
        (facts.values.get(stage)?.[sample] ?? []).map((value) =>
          isKnown(state, stage, sample) ? rounded(value) : 'not yet',
        ),
      ),
    ]),
  };
}

/** "1 neuron", "2 neurons". */
function counts(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
