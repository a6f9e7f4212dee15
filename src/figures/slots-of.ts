import type { TemplateNode } from '../slots/index.ts';
import type { Place, SlotKey } from './place.ts';

/** Returns the slots of a place, in reading order; one that stands twice is named twice. */
export function slotsOf(place: Place): SlotKey[] {
  switch (place.kind) {
    case 'text':
    case 'matrix':
      return [place.slot];
    case 'formula':
      return holesIn([place.maths]);
    case 'raises':
      return [...place.slots];
    case 'claim':
      return [place.that, ...place.operands];
    case 'widget':
      return Object.values(place.figures);
    default:
      return place satisfies never;
  }
}

function holesIn(nodes: readonly TemplateNode[]): SlotKey[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    return 'slot' in node ? [node.slot] : holesIn(node.children ?? []);
  });
}
