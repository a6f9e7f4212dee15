/** What a page has shown already, so that nothing on it has its id twice: programs, and entries of the reference. */
import type { ListingData, ProgramView } from './listing-data.ts';
import { programView } from './program-view.ts';

export class FirstMentions {
  readonly #files = new Set<string>();
  readonly #entries = new Set<string>();

  /** Returns whether the page meets a program for the first time: only then its lines have addresses. */
  takeFile(file: string): boolean {
    const isFirst = !this.#files.has(file);
    this.#files.add(file);
    return isFirst;
  }

  /** Returns the program as the build draws it: it gives in full the entries of the reference that no program above has given. */
  view(data: ListingData): ProgramView {
    const { view, references } = programView(data);
    const firsts = view.panels.map(({ line, reference }) => {
      const names = reference.filter((name) => !this.#entries.has(name));
      for (const name of names) this.#entries.add(name);
      return [line, new Set(names)] as const;
    });
    return { data, view, references: { ...references, firsts: new Map(firsts) } };
  }
}
