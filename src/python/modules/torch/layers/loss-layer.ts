/** How losses become layers. */
import { call } from '../../../objects/index.ts';
import type { Entry } from '../define.ts';
import { attribute, layer } from '../nn/layers.ts';

/** Returns a layer that passes what it was made with to its function, by name. */
export const lossLayer = (
  name: string,
  of: Entry,
  signature: string,
  passed: readonly string[],
  inputs = 'input, target',
): Entry =>
  layer(name, {
    file: 'loss',
    signature,
    inputs,
    forward: (self, ...given) =>
      call(of[1], given, new Map(passed.map((key) => [key, attribute(self, key)]))),
  });
