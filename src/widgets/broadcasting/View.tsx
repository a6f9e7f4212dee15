import type { ReactNode } from 'react';
import { type Hue, Matrix } from '../../matrix/index.ts';
import { cellTexts, shapeText, Widget } from '../base/index.ts';
import {
  type Axis,
  type BroadcastingFacts,
  type BroadcastingState,
  broadcastingFacts,
  broadcastingTwin,
  RULES,
  type Stretched,
} from './model.ts';

export function BroadcastingView({ state }: { readonly state: BroadcastingState }): ReactNode {
  const facts = broadcastingFacts(state);
  return (
    <Widget
      title="Broadcasting"
      twin={broadcastingTwin(facts)}
      picture={<Sum facts={facts} />}
      panel={<Alignment facts={facts} />}
    />
  );
}

/** Both arrays at the size of the result, the repeated cells as ghosts, and the sum. */
function Sum({ facts }: { readonly facts: BroadcastingFacts }) {
  return (
    <div className="flow">
      <Operand array={facts.left} hue="z" shape={facts.shapes.left} name="left" />
      <span className="product-sign">+</span>
      <Operand array={facts.right} hue="b" shape={facts.shapes.right} name="right" />
      <span className="product-sign">=</span>
      <Matrix hue="z" cells={cellTexts(facts.sum)} shape={shapeText(facts.shapes.result)} label="The sum" />
    </div>
  );
}

function Operand(props: {
  readonly array: Stretched;
  readonly hue: Hue;
  readonly shape: readonly number[];
  readonly name: string;
}): ReactNode {
  return (
    <Matrix
      hue={props.hue}
      cells={cellTexts(props.array.cells)}
      shape={shapeText(props.shape)}
      label={`The ${props.name} array`}
      mark={(row, column) => (props.array.isGhost(row, column) ? 'ghost' : undefined)}
    />
  );
}

/** The two shapes under each other, pushed to the right, with the verdict on every axis. */
function Alignment({ facts: { axes, shapes } }: { readonly facts: BroadcastingFacts }) {
  const row = (name: string, size: (axis: Axis) => number | undefined) => (
    <tr>
      <th scope="row">{name}</th>
      {axes.map((axis, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its number.
        <td key={k}>{size(axis) ?? '–'}</td>
      ))}
    </tr>
  );
  return (
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
        {row(shapeText(shapes.left), ({ left }) => left)}
        {row(shapeText(shapes.right), ({ right }) => right)}
        <tr className="axes-rule">
          <th scope="row">rule</th>
          {axes.map(({ rule }, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its number.
            <td key={k}>{RULES[rule]}</td>
          ))}
        </tr>
        {row('result', ({ result }) => result)}
      </tbody>
    </table>
  );
}
