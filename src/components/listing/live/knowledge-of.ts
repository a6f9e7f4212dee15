/** What the editor can tell of names: the reference's entries, and the program's variables at the end of the last run. */
import { type ListingView, typesAt, type ValueView, variablesAt } from '../../../listing/index.ts';
import { fillTemplate } from '../../../slots/index.ts';
import type { KnownValue, ProgramKnowledge } from '../../editor/knowledge.ts';
import { plainText } from '../Filled.tsx';
import type { References } from '../listing-data.ts';

/** As much of a value as fits beside a name. */
const MOST_CHARACTERS = 200;

/** Classes whose members the reference lists under the class that they extend. */
const EXTENDS = new Map([['Parameter', 'Tensor']]);

export function knowledgeOf(view: ListingView, { entries }: References): ProgramKnowledge {
  const last = view.stops.at(-1)?.step;
  return {
    names: [...entries.values()].map(({ name, kind, signature, text }) => ({
      name,
      kind,
      signature,
      text: plainText(fillTemplate(text, new Map())),
    })),
    values: last === undefined ? [] : valuesAt(view, last),
  };
}

/** Variables with their values, then those that show only their type: functions, layers. */
function valuesAt(view: ListingView, step: number): KnownValue[] {
  const types = typesAt(view, step);
  const drawn = variablesAt(view, step).map((value) => known(value, types));
  const names = new Set(drawn.map(({ name }) => name));
  const others = [...types].filter(([name, type]) => !names.has(name) && type !== 'module');
  return [...drawn, ...others.map(([name, type]) => ({ name, badge: type, text: '', type }))];
}

function known(value: ValueView, types: ReadonlyMap<string, string>): KnownValue {
  const text =
    value.kind === 'text' ? value.text : value.cells.map((row) => `[${row.join(', ')}]`).join('\n');
  const type = types.get(value.name) ?? '';
  return {
    name: value.name,
    badge: value.badge,
    text: text.slice(0, MOST_CHARACTERS),
    type: EXTENDS.get(type) ?? type,
  };
}
