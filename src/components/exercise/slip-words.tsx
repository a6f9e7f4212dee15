/** What exercises say to the misconceptions that a reader has met, for the list of what to come back to. */
import { createRoot } from 'react-dom/client';
import { fillTemplate } from '../../slots/index.ts';
import { Filled } from '../listing/Filled.tsx';
import type { ExerciseData } from './exercise-data.ts';

const fetched = new Map<string, Promise<ExerciseData>>();

function dataAt(address: string): Promise<ExerciseData> {
  const known = fetched.get(address);
  if (known !== undefined) return known;
  const data = fetch(address).then(async (response): Promise<ExerciseData> => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response.json();
  });
  fetched.set(address, data);
  // What failed can be tried again.
  data.catch(() => fetched.delete(address));
  return data;
}

/**
 * Draws the words to each of the misconceptions into `list`, an entry each, with the numbers that stand in the book. A
 * misconception that the exercise does not know, as in progress that an older edition kept, is left out.
 *
 * @throws {Error} where the exercise's data cannot be fetched
 */
export async function showSlipWords(list: Element, address: string, slips: readonly string[]): Promise<void> {
  const { source, drawn } = await dataAt(address);
  const values = new Map(drawn.slots);
  const met = source.slips.filter(([name]) => slips.includes(name));
  createRoot(list).render(
    met.map(([name, words]) => (
      <li key={name}>
        <Filled nodes={fillTemplate(words, values)} />
      </li>
    )),
  );
}
