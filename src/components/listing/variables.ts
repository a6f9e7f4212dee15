/** All variables as they are after a step, taken from the states of the steps before it. */
import type { Stop } from './program.ts';
import { unfold } from './unfold.ts';

export function showVariables(box: HTMLElement, stops: readonly Stop[], at: number): void {
  const variables = new Map<string, Element>();
  for (const { step, note } of stops) {
    if (step > at) break;
    unfold(note);
    const written = note.querySelectorAll<HTMLElement>(
      `.turn[data-step="${step}"] .out > .value[data-variable]`,
    );
    for (const value of written) variables.set(value.dataset['name'] ?? '', value);
  }
  const copies = [...variables.values()].map((value) => value.cloneNode(true));
  box.replaceChildren(...(copies.length > 0 ? copies : ['No variable has a value yet.']));
}
