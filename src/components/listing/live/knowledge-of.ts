/** What the editor can tell of names: the reference's entries of the program, and its variables at the end of the last run. */
import { type ListingView, type ValueView, variablesAt } from '../../../listing/index.ts';
import { fillTemplate } from '../../../slots/index.ts';
import type { ProgramKnowledge } from '../../editor/knowledge.ts';
import { plainText } from '../Filled.tsx';
import type { References } from '../listing-data.ts';

/** As much of a value as fits beside a name. */
const MOST_CHARACTERS = 200;

export function knowledgeOf(view: ListingView, { entries }: References): ProgramKnowledge {
  const last = view.stops.at(-1)?.step;
  return {
    names: [...entries.values()].map(({ name, kind, signature, text }) => ({
      name,
      kind,
      signature,
      text: plainText(fillTemplate(text, new Map())),
    })),
    values: last === undefined ? [] : variablesAt(view, last).map(known),
  };
}

function known(value: ValueView) {
  const text =
    value.kind === 'text' ? value.text : value.cells.map((row) => `[${row.join(', ')}]`).join('\n');
  const isTensor = /\bfloat32\b|\bint64\b/.test(value.badge) && value.badge.includes('torch');
  return {
    name: value.name,
    badge: value.badge,
    text: text.slice(0, MOST_CHARACTERS),
    type: isTensor ? 'Tensor' : 'ndarray',
  };
}
