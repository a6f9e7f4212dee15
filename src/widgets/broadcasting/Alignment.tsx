import type { ReactNode } from 'react';
import { shapeText } from '../base/index.ts';
import type { Axis, BroadcastingFacts } from './model.ts';
import { RULES, shapeIn } from './words.ts';

/** The shapes under each other, pushed to the right, with the verdict on every axis. */
export function Alignment({ facts }: { readonly facts: BroadcastingFacts }): ReactNode {
  const { axes, operands } = facts;
  const row = (name: string, size: (axis: Axis) => number | undefined) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {axes.map((axis, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its number.
        <td key={k}>{size(axis) ?? '–'}</td>
      ))}
    </tr>
  );
  return (
    <div className="scroll">
      <table className="axes">
        <caption>Shapes, aligned from the right</caption>
        <thead>
          <tr>
            <td />
            {axes.map((_, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its number.
              <th key={k} scope="col">
                axis {k}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {operands.map(({ name }, k) =>
            row(`${name} ${shapeText(shapeIn(facts, name) ?? [])}`, ({ sizes }) => sizes[k]),
          )}
          <tr className="axes-rule">
            <th scope="row">rule</th>
            {axes.map(({ rule }, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its number.
              <td key={k} data-rule={rule}>
                {RULES[rule]}
              </td>
            ))}
          </tr>
          {row('result', ({ result }) => result)}
        </tbody>
      </table>
    </div>
  );
}
