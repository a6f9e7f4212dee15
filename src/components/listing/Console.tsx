import type { ReactNode } from 'react';
import { consoleAt, type ListingView } from '../../listing/index.ts';

interface Props {
  readonly view: ListingView;
  /** The step that is shown; undefined for the end of the program. */
  readonly step: number | undefined;
  readonly tabIndex: 0 | -1 | undefined;
}

/** What the program prints. What it has not printed yet keeps its room, so that nothing below moves. */
export function Console({ view, step, tabIndex }: Props): ReactNode {
  if (view.stdout === '') return null;
  const { printed, later } = step === undefined ? { printed: view.stdout, later: '' } : consoleAt(view, step);
  return (
    <div className="console">
      <span>prints</span>
      <section aria-label={`What ${view.file} prints`}>
        <pre tabIndex={tabIndex ?? 0}>
          {later === '' ? printed.replace(/\n$/, '') : printed}
          {later !== '' && (
            <span className="later" aria-hidden="true">
              {later.replace(/\n$/, '')}
            </span>
          )}
        </pre>
      </section>
    </div>
  );
}
