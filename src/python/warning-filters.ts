/** What a program wants done with warnings: the filters of Python's module `warnings`, the latest first. */

export type WarningAction = 'default' | 'error' | 'ignore' | 'always' | 'all' | 'module' | 'once';

export type WarningFilter = {
  readonly action: WarningAction;
  /** The name of the category; `Warning` matches all. */
  readonly category: string;
  /** The lower-case beginning of the messages that it holds for. */
  readonly start: string;
};

export class WarningFilters {
  filters: readonly WarningFilter[] = [];
  /** Takes the warnings instead of standard error, while a program records them. */
  record: ((category: string, message: string) => void) | undefined;

  /** Returns what is to be done with a warning; Python's default where no filter fits. */
  actionFor(category: string, message: string): WarningAction {
    const fits = (filter: WarningFilter): boolean =>
      (filter.category === 'Warning' || filter.category === category) &&
      message.toLowerCase().startsWith(filter.start);
    return this.filters.find(fits)?.action ?? 'default';
  }
}
