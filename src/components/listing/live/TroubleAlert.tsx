import type { ReactNode } from 'react';
import { SILENT_BROADCAST, shapeText } from '../../../listing/index.ts';
import type { ExplainedOperand, Explanation, Repair } from '../../../listing/live/index.ts';
import { LineLink } from '../LineLink.tsx';
import { EntryLink } from './EntryLink.tsx';
import type { Trouble } from './useLiveProgram.ts';

interface Props {
  readonly file: string;
  readonly trouble: Trouble | undefined;
  /** Changes the program as a repair says. */
  readonly onRepair: (repair: Repair) => void;
}

/** What went wrong with the reader's program: the library's own message, then which operand is which, and what would run. */
export function TroubleAlert({ file, trouble, onRepair }: Props): ReactNode {
  return (
    <div className="trouble" role="alert" aria-label="What went wrong" hidden={trouble === undefined}>
      {trouble && (
        <>
          <p>
            {trouble.line !== undefined && (
              <>
                <LineLink file={file} line={trouble.line}>{`Line ${trouble.line}`}</LineLink>{' '}
              </>
            )}
            <samp>{trouble.message}</samp>
          </p>
          {trouble.exception && <EntryLink {...trouble.exception} />}
          {trouble.exception?.type === SILENT_BROADCAST && (
            <p>
              This is an error of this book: no library stops here. It comes because “Stop at silent
              broadcasting” is on.
            </p>
          )}
          {trouble.explanation && (
            <Explained file={file} explanation={trouble.explanation} onRepair={onRepair} />
          )}
        </>
      )}
    </div>
  );
}

function Explained({
  file,
  explanation,
  onRepair,
}: {
  readonly file: string;
  readonly explanation: Explanation;
  readonly onRepair: Props['onRepair'];
}): ReactNode {
  const { operands, axes, repairs } = explanation;
  return (
    <>
      {operands.length > 0 && (
        <ul>
          {operands.map((operand) => (
            <li key={operand.text}>
              <code>{operand.text}</code> {kindOf(operand)}
              {operand.madeAt !== undefined && (
                <>
                  {', made in '}
                  <LineLink file={file} line={operand.madeAt}>{`line ${operand.madeAt}`}</LineLink>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {axes.length > 0 && (
        <table className="axes">
          <caption className="visually-hidden">The axes, compared from the last</caption>
          <tbody>
            {(['left', 'right'] as const).map((side, row) => (
              <tr key={side}>
                <th scope="row">
                  <code>{operands[row]?.text}</code>
                </th>
                {axes.map((axis, k) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its place.
                  <td key={k} data-clash={axis.clashes || undefined}>
                    {axis[side] ?? '–'}
                    {axis.clashes && <span className="visually-hidden"> clashes</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {repairs.length > 0 && (
        <p className="repairs">
          Tried, and it runs:{' '}
          {repairs.map((repair) => (
            <button key={`${repair.kind} ${repair.piece}`} type="button" onClick={() => onRepair(repair)}>
              <code>{repair.piece}</code>
              {repair.shape && ` gives ${shapeText(repair.shape)}`}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

function kindOf({ shape, dtype, type }: ExplainedOperand): string {
  return shape === undefined
    ? `is of type ${type}`
    : `has shape ${shapeText(shape)}${dtype ? `, ${dtype}` : ''}`;
}
