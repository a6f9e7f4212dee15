import { type ReactNode, useContext, useEffect, useRef } from 'react';
import type { Origin } from '../../listing/index.ts';
import { LineLink } from './LineLink.tsx';
import { ProgramContext } from './program-context.ts';
import { WorkList } from './StateView.tsx';

/** Where a number comes from: its statement, its worked sum and what went in, back to the literals. It opens in view. */
export function OriginView({ origin }: { readonly origin: Origin }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is brought into view.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [origin]);
  return (
    <div className="origin" ref={box}>
      <p>
        <b>{`${origin.label} = ${origin.value}`}</b> comes from
      </p>
      <OriginStep origin={origin} />
    </div>
  );
}

function OriginStep({ origin }: { readonly origin: Origin }): ReactNode {
  const { file } = useContext(ProgramContext);
  const { line, statement, iteration, by, work, inputs } = origin;
  return (
    <div className="origin-step">
      <LineLink file={file} line={line}>{`line ${line}`}</LineLink> <code>{statement}</code>
      {by === 'argument' && ` hands over ${origin.name}`}
      {iteration !== undefined && ` (${iteration})`}
      <WorkList work={work} />
      {inputs.map((input, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an operand is its place in the statement.
        <OriginStep key={k} origin={input} />
      ))}
    </div>
  );
}
