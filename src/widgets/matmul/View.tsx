import type { ReactNode } from 'react';
import { type CellMark, Matrix } from '../../matrix/index.ts';
import { cellTexts, counted, Widget, WorkedSums } from '../base/index.ts';
import { type MatmulFacts, type MatmulState, matmulFacts, matmulTwin } from './model.ts';

export function MatmulView({ state }: { readonly state: MatmulState }): ReactNode {
  const facts = matmulFacts(state);
  return (
    <Widget
      title="Matrix multiplication"
      twin={matmulTwin(state, facts)}
      picture={<Crossing state={state} facts={facts} />}
      panel={<WorkedCell facts={facts} />}
    />
  );
}

/**
 * X at the left of the result and Wᵀ above it, so that every cell of the result stands where its row and its column
 * cross.
 */
function Crossing({ state, facts }: { readonly state: MatmulState; readonly facts: MatmulFacts }) {
  const { X } = state;
  const { transposed, result, focus, complete } = facts;
  const columns = result[0]?.length ?? 0;
  const inUse = (isUsed: boolean): CellMark | undefined => (isUsed ? 'active' : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard.
    <section className="crossing" aria-label="The product, scrolls sideways" tabIndex={0}>
      <div className="crossing-top">
        <Matrix
          name="Wᵀ"
          hue="w"
          cells={cellTexts(transposed)}
          rowNames={counted('f', transposed.length)}
          columnNames={counted('n', columns)}
          mark={(row, column) => inUse(column === focus?.column && row < focus.done)}
        />
      </div>
      <div className="crossing-left">
        <Matrix
          name="X"
          hue="x"
          cells={cellTexts(X)}
          rowNames={counted('s', X.length)}
          columnNames={counted('f', transposed.length)}
          mark={(row, column) => inUse(row === focus?.row && column < focus.done)}
        />
      </div>
      <div className="crossing-result">
        <Matrix
          hue="z"
          label="The result"
          columnNames={counted('n', columns)}
          cells={cellTexts(result).map((row, i) =>
            row.map((text, j) => (i * columns + j < complete ? text : '·')),
          )}
          mark={(row, column) =>
            row === focus?.row && column === focus.column
              ? 'result'
              : row * columns + column < complete
                ? undefined
                : 'waiting'
          }
        />
      </div>
    </section>
  );
}

function WorkedCell({ facts }: { readonly facts: MatmulFacts }) {
  return <WorkedSums worked={facts.worked} />;
}
