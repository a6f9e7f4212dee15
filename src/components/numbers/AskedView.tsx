import type { ReactNode } from 'react';
import type { AdjustableFigure } from '../../figures/index.ts';
import type { Origin } from '../../listing/index.ts';
import { WorkList } from '../listing/StateView.tsx';
import { FigureFields } from './FigureFields.tsx';
import type { AskedNumber, NumbersState, SectionNumbers } from './section-numbers.ts';

interface Props {
  readonly asked: AskedNumber;
  readonly state: NumbersState;
  readonly section: SectionNumbers;
}

/** Where a number of the text comes from: its expression, its worked sum, and so on back to the figures, to be changed there. */
export function AskedView({ asked, state, section }: Props): ReactNode {
  const { origin } = asked;
  if (origin === undefined) return null;
  return (
    <div className="asked">
      <p>
        <code>{origin.label}</code> = <b>{origin.value}</b>
      </p>
      <WorkList work={origin.work} />
      {origin.inputs.map((source) => (
        <Source key={`${source.name} ${source.step}`} origin={source} state={state} section={section} />
      ))}
    </div>
  );
}

function Source({
  origin,
  state,
  section,
}: { readonly origin: Origin } & Pick<Props, 'state' | 'section'>): ReactNode {
  const { data } = section;
  const figure = data.adjustable.find(({ name }) => name === origin.name);
  return (
    <div className="origin-step">
      <code>{origin.statement.replace(/\s*#:.*$/m, '')}</code>{' '}
      <small>{`${data.file}, line ${origin.line}`}</small>
      <WorkList work={origin.work} />
      {figure === undefined ? (
        origin.inputs.map((input) => (
          <Source key={`${input.name} ${input.step}`} origin={input} state={state} section={section} />
        ))
      ) : (
        <ChangeHere figure={figure} state={state} section={section} />
      )}
    </div>
  );
}

function ChangeHere({
  figure,
  state,
  section,
}: { readonly figure: AdjustableFigure } & Pick<Props, 'state' | 'section'>): ReactNode {
  return (
    <details className="change-here">
      <summary>Change it here</summary>
      <FigureFields figure={figure} numbers={state.numbers} section={section} />
    </details>
  );
}
