import type { ReactNode } from 'react';
import { Matrix } from '../../matrix/index.ts';
import { shapeText, Widget } from '../base/index.ts';
import {
  type ReshapeFacts,
  type ReshapeState,
  reshapeFacts,
  reshapeTwin,
  type Seen,
  SHARING,
} from './model.ts';

/** The shades that positions in memory are told apart by; a cell whose value is not its position carries it as a small number. */
const SHADES = 8;

export function ReshapeView({ state }: { readonly state: ReshapeState }): ReactNode {
  const facts = reshapeFacts(state);
  return (
    <Widget
      title="Reshape"
      twin={reshapeTwin(facts)}
      picture={
        <div className="seen-all">
          {facts.seen.map((seen) => (
            <OneArray key={seen.name} seen={seen} facts={facts} />
          ))}
        </div>
      }
    />
  );
}

function OneArray({ seen, facts }: { readonly seen: Seen; readonly facts: ReshapeFacts }) {
  const { name, shape, strides, sharing, cells } = seen;
  return (
    <div className="seen" data-sharing={sharing}>
      <p className="seen-name">
        <code>{name}</code>
        <span>{SHARING[sharing]}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form, and this is a picture. */}
      <div className="seen-cells" role="group" aria-label={`${name}, ${shapeText(shape)}`}>
        <Matrix
          cells={cells.map((row) => row.map(({ text }) => text))}
          shape={shapeText(shape)}
          label={name}
          renderCell={(text, row, column) => {
            const position = cells[row]?.[column]?.position ?? 0;
            return (
              <span className="memory-cell" data-shade={Math.floor((position * SHADES) / facts.size)}>
                {text}
                {!facts.plain && (
                  <sub>
                    <span className="visually-hidden"> at position </span>
                    {position}
                  </sub>
                )}
              </span>
            );
          }}
        />
      </div>
      <p className="seen-strides">
        strides {shapeText(strides)} <span>in elements</span>
      </p>
    </div>
  );
}
