/** What a step did, in words for those who do not see the state beside the line. */

/** Cells of a value that is said whole; of a larger one its shape is. */
const FEW = 12;

/** "z is 0.06, 0.53. Prints [0.06 0.53]." for the turn of a note that is shown; empty where nothing was written or printed. */
export function outcome(note: Element): string {
  const turn = note.querySelector('.turn:not(.other)');
  if (!turn) return '';
  const written = [...turn.querySelectorAll<HTMLElement>('.out > .value')].map(
    (value) => `${value.dataset['name']} is ${inWords(value)}.`,
  );
  const printed = turn.querySelector('.prints')?.textContent.replaceAll(/\s+/g, ' ').trim();
  return [...written, ...(printed ? [`Prints ${printed}`] : [])].join(' ');
}

function inWords(value: Element): string {
  const rows = [...value.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('.matrix-value')].map((cell) => cell.textContent.trim()),
  );
  if (rows.length === 0) return value.querySelector('.value-text')?.textContent.trim() ?? '';
  if (rows.flat().length > FEW) return value.querySelector('.matrix-shape')?.textContent.trim() ?? '';
  return rows.map((row) => row.join(', ')).join('; ');
}
