import { Fragment, type ReactNode } from 'react';
import { numberText } from '../../explain/index.ts';
import { WorkedSums } from '../../formula/index.ts';
import { type CellMark, Matrix, Vector } from '../../matrix/index.ts';
import { cellTexts, counted, Widget } from '../base/index.ts';
import { type ForwardFacts, type ForwardState, forwardFacts, forwardTwin, isSilent } from './model.ts';

export function ForwardPassView({ state }: { readonly state: ForwardState }): ReactNode {
  const facts = forwardFacts(state);
  return (
    <Widget
      title="Forward pass"
      layout="below"
      twin={forwardTwin(state, facts)}
      picture={<Flow state={state} facts={facts} />}
      panel={<Working state={state} facts={facts} />}
    />
  );
}

/** The batch at each stage, left to right, or top to bottom where there is no room. */
function Flow({ state, facts }: { readonly state: ForwardState; readonly facts: ForwardFacts }) {
  const { X, b, sample, neuron } = state;
  const [samples, neurons] = [counted('s', X.length), counted('n', b.length)];
  const traced = (row: number, column: number): CellMark | undefined =>
    row === sample && column === neuron ? 'active' : undefined;
  const stages = [
    {
      step: undefined,
      matrix: (
        <Matrix
          name="X"
          hue="x"
          cells={cellTexts(X)}
          rowNames={samples}
          columnNames={counted('f', X[0]?.length ?? 0)}
          mark={(row) => (row === sample ? 'active' : undefined)}
        />
      ),
    },
    {
      step: '· Wᵀ',
      matrix: (
        <Matrix
          hue="z"
          name="XWᵀ"
          cells={cellTexts(facts.product)}
          rowNames={samples}
          columnNames={neurons}
          mark={traced}
        />
      ),
    },
    {
      step: '+ b',
      matrix: (
        <Matrix
          hue="z"
          name="Z"
          cells={cellTexts(facts.Z)}
          rowNames={samples}
          columnNames={neurons}
          mark={traced}
        />
      ),
    },
    {
      step: 'ReLU',
      matrix: (
        <Matrix
          hue="a"
          name="A"
          cells={cellTexts(facts.A)}
          rowNames={samples}
          columnNames={neurons}
          mark={(row, column) => (isSilent(facts, row, column) ? 'silent' : traced(row, column))}
        />
      ),
    },
  ];
  return (
    <div className="flow" data-direction="down">
      {stages.map(({ step, matrix }) => (
        <Fragment key={step ?? 'input'}>
          {step !== undefined && <StageArrow name={step} />}
          {matrix}
        </Fragment>
      ))}
    </div>
  );
}

function StageArrow({ name }: { readonly name: string }) {
  return (
    <span className="flow-step">
      <span>{name}</span>
      <svg className="flow-arrow" viewBox="0 0 36 10" width="36" height="10" aria-hidden="true">
        <path d="M0,5H29" />
        <path className="flow-head" d="M28,1L36,5L28,9Z" />
      </svg>
    </span>
  );
}

function Working({ state, facts }: { readonly state: ForwardState; readonly facts: ForwardFacts }) {
  const { W, b, sample, neuron } = state;
  return (
    <>
      <div className="product">
        <Matrix
          name="W"
          hue="w"
          cells={cellTexts(W)}
          rowNames={counted('n', W.length)}
          mark={(row) => (row === neuron ? 'active' : undefined)}
        />
        <Vector
          name="b"
          hue="b"
          cells={b.map((value) => numberText(value))}
          mark={(index) => (index === neuron ? 'active' : undefined)}
        />
      </div>
      <WorkedSums worked={facts.worked} title={`Sample ${sample}, neuron ${neuron}`} />
    </>
  );
}
