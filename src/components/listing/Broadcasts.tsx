import type { ReactNode } from 'react';
import { type Broadcast, shapeText, silentBroadcastText } from '../../listing/index.ts';

/** What broadcasting stretched: a row for each operand, and a warning where the result is larger than all of them. */
export function Broadcasts({ broadcasts }: { readonly broadcasts: readonly Broadcast[] }): ReactNode {
  if (broadcasts.length === 0) return null;
  return (
    <>
      <dt data-group="shape">shape</dt>
      <dd data-group="shape">
        {broadcasts.map((broadcast, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an operation is its place in the statement.
          <Stretches key={k} broadcast={broadcast} />
        ))}
      </dd>
    </>
  );
}

function Stretches({ broadcast }: { readonly broadcast: Broadcast }): ReactNode {
  const { operands, stretched, shape, grows } = broadcast;
  return (
    <div className="broadcast" data-grows={grows || undefined}>
      {operands
        .filter(({ text }) => stretched.includes(text))
        .map((operand, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an operand is its place in the operation.
          <p key={k}>
            <code>{operand.text}</code> {shapeText(operand.shape)} <span aria-hidden="true">→</span>
            <span className="visually-hidden">is stretched to</span> {shapeText(shape)}
          </p>
        ))}
      {grows && (
        <p>
          <b>Larger than both operands:</b> {silentBroadcastText(broadcast)}.
        </p>
      )}
    </div>
  );
}
