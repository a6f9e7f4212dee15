import type { ReactNode } from 'react';
import { alignTwins, type TwinRow, type TwinSide } from '../../listing/index.ts';
import { CodeLine } from './CodeLine.tsx';
import type { ProgramView } from './listing-data.ts';

interface Props {
  readonly left: ProgramView;
  readonly right: ProgramView;
  /** `still`: as the page is built, the table rests in <noscript>. */
  readonly mode: 'still' | 'folded' | 'shown';
}

/** The twins, statement beside statement, and what differs between them. */
export function Twins({ left, right, mode }: Props): ReactNode {
  return (
    <div className="twins scroll">
      {mode === 'still' && (
        <noscript>
          <TwinTable left={left} right={right} />
        </noscript>
      )}
      {mode === 'shown' && <TwinTable left={left} right={right} />}
    </div>
  );
}

function TwinTable({ left, right }: Omit<Props, 'mode'>): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{left.view.library}</th>
          <th scope="col">{right.view.library}</th>
          <th scope="col">What differs</th>
        </tr>
      </thead>
      <tbody>
        {alignTwins(left.view, right.view, counterpartsOf([left, right])).map((row) => (
          <tr key={`${row.left?.line} ${row.right?.line}`}>
            <td>
              <Side side={row.left} />
            </td>
            <td>
              <Side side={row.right} />
            </td>
            <td>
              <Differences row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ side }: { readonly side: TwinSide | undefined }): ReactNode {
  if (side === undefined) return <span className="none">nothing corresponds</span>;
  return side.lines.map((tokens, k) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the statement.
    <CodeLine key={k} tokens={tokens} keepsRows />
  ));
}

function Differences({ row }: { readonly row: TwinRow }): ReactNode {
  return row.differences.map(({ kind, left, right }) => (
    <div className="difference" key={kind}>
      <b>{kind}</b> <code>{left || '–'}</code> <span aria-hidden="true">↔</span> <code>{right || '–'}</code>
    </div>
  ));
}

/** For each function that the programs use the one that does the same in the other library. */
function counterpartsOf(programs: readonly ProgramView[]): Map<string, string> {
  const entries = programs.flatMap(({ references }) => [...references.entries.values()]);
  return new Map(
    entries.flatMap(({ name, counterpart }) =>
      counterpart === undefined ? [] : [[name, counterpart] as const],
    ),
  );
}
