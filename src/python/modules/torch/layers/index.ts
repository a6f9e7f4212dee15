/** Layers beyond the common ones: a part of PyTorch that is fetched where a program names one of them. */
import '../index.ts';
import type { Modules } from '../../host.ts';
import { offerLater } from '../nn/later.ts';
import { ACTIVATION_FUNCTIONS, ACTIVATION_LAYERS } from './activations.ts';
import { ATTENTION_FUNCTIONS, ATTENTION_LAYERS } from './attention.ts';
import { MORE_CONTAINERS } from './containers.ts';
import { CONVOLUTION_FUNCTIONS, CONVOLUTION_LAYERS } from './convolution.ts';
import { EMBEDDING_FUNCTIONS, EMBEDDING_LAYERS } from './embedding.ts';
import { FURTHER_LOSS_FUNCTIONS, FURTHER_LOSS_LAYERS } from './further-losses.ts';
import { LAZY_LAYERS } from './lazy.ts';
import { LOSS_FUNCTIONS, LOSS_LAYERS } from './losses.ts';
import { NORMALISATION_FUNCTIONS, NORMALISATION_LAYERS } from './normalisation.ts';
import { OTHER_FUNCTIONS, OTHER_LAYERS } from './others.ts';
import { PADDING_FUNCTIONS, PADDING_LAYERS } from './padding.ts';
import { POOLING_FUNCTIONS, POOLING_LAYERS } from './pooling.ts';
import { RECURRENT_LAYERS } from './recurrent.ts';

offerLater(
  [
    ...ACTIVATION_LAYERS,
    ...ATTENTION_LAYERS,
    ...MORE_CONTAINERS,
    ...CONVOLUTION_LAYERS,
    ...EMBEDDING_LAYERS,
    ...LAZY_LAYERS,
    ...LOSS_LAYERS,
    ...FURTHER_LOSS_LAYERS,
    ...NORMALISATION_LAYERS,
    ...OTHER_LAYERS,
    ...PADDING_LAYERS,
    ...POOLING_LAYERS,
    ...RECURRENT_LAYERS,
  ],
  [
    ...ACTIVATION_FUNCTIONS,
    ...ATTENTION_FUNCTIONS,
    ...CONVOLUTION_FUNCTIONS,
    ...EMBEDDING_FUNCTIONS,
    ...LOSS_FUNCTIONS,
    ...FURTHER_LOSS_FUNCTIONS,
    ...NORMALISATION_FUNCTIONS,
    ...OTHER_FUNCTIONS,
    ...PADDING_FUNCTIONS,
    ...POOLING_FUNCTIONS,
  ],
);

/** The part adds to modules that are there and has none of its own. */
export const layerModules: Modules = new Map();
