/** The library a reader chose, kept for the whole book: every listing follows, now and on the next visit. */
import { onRemembered, recall, remember } from '../../reader/index.ts';

export type LibraryChoice = 'NumPy' | 'PyTorch' | 'both';

const NAME = 'library';
const CHOICES: readonly LibraryChoice[] = ['NumPy', 'PyTorch', 'both'];

const listeners = new Set<() => void>();
let chosen: LibraryChoice | undefined;

function choiceOf(text: string | undefined): LibraryChoice | undefined {
  return CHOICES.find((choice) => choice === text);
}

function choose(choice: LibraryChoice | undefined): void {
  if (choice === undefined || choice === chosen) return;
  chosen = choice;
  for (const listener of listeners) listener();
}

/** Returns the choice, or undefined where the reader has made none: a listing then shows its first program. */
export function chosenLibrary(): LibraryChoice | undefined {
  return chosen;
}

export function chooseLibrary(choice: LibraryChoice): void {
  choose(choice);
  remember(NAME, choice);
}

/** Chooses a library for this page alone, as an address may ask for. */
export function showLibrary(choice: string): void {
  choose(choiceOf(choice));
}

/** Calls `listener` after each change, also one that was made in another tab. Returns what ends that. */
export function onLibrary(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes up what this device remembers, and from now on what other tabs choose. Once a page. */
export function keepLibrary(): void {
  chosen = choiceOf(recall(NAME));
  onRemembered(NAME, (text) => choose(choiceOf(text)));
}
