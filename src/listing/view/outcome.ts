/** What a step did, in words for those who do not see the state beside the line. */
import type { State } from './state.ts';
import type { ValueView } from './value-view.ts';

/** A value with more cells is said by its shape alone. */
const FEW_CELLS = 12;

/** "z is 0.06, 0.53. Prints [0.06 0.53]"; empty where nothing was written or printed. */
export function outcomeOf({ writes, prints, raises }: State): string {
  const written = writes.map((value) => `${value.name} is ${inWords(value)}.`);
  const printed = prints.replaceAll(/\s+/g, ' ').trim();
  return [
    ...written,
    ...(printed === '' ? [] : [`Prints ${printed}`]),
    ...(raises === undefined ? [] : [`Raises ${raises}`]),
  ].join(' ');
}

function inWords(value: ValueView): string {
  if (value.kind === 'text') return value.text;
  if (value.cells.flat().length > FEW_CELLS) return value.badge;
  return value.cells.map((row) => row.join(', ')).join('; ');
}
