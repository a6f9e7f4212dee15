import type { ReactNode } from 'react';
import { WorkedLine } from '../../formula/index.ts';
import type { State, ValueView, Work } from '../../listing/index.ts';
import { Broadcasts } from './Broadcasts.tsx';
import { Value } from './Value.tsx';

interface Props {
  readonly state: State;
  /** Whether the iteration is named above; a slider that chooses it has the name beside it. */
  readonly isNamed?: boolean;
  /** Tells where a number of a value comes from. */
  readonly onAsk?: ((value: ValueView, cell: number) => void) | undefined;
}

/** The execution state of one step, grouped: what it reads, stretches, computes, writes and prints. */
export function StateView({ state, isNamed = true, onAsk }: Props): ReactNode {
  const { reads, work, writes, prints, raises, iteration, broadcasts } = state;
  return (
    <div className="turn">
      {isNamed && iteration !== undefined && <p className="turn-name">{iteration}</p>}
      <dl>
        <Values title="in" values={reads} onAsk={onAsk} />
        <Broadcasts broadcasts={broadcasts} />
        {work.length > 0 && (
          <>
            <dt data-group="work">work</dt>
            <dd data-group="work">
              <WorkList work={work} />
            </dd>
          </>
        )}
        <Values title="out" values={writes} onAsk={onAsk} />
        {prints !== '' && (
          <>
            <dt data-group="prints">prints</dt>
            <dd data-group="prints">
              <pre className="prints">{prints.replace(/\n$/, '')}</pre>
            </dd>
          </>
        )}
        {raises !== undefined && (
          <>
            <dt data-group="raises">raises</dt>
            <dd data-group="raises">
              <samp>{raises}</samp>
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

interface ValuesProps extends Pick<Props, 'onAsk'> {
  readonly title: 'in' | 'out';
  readonly values: readonly ValueView[];
}

function Values({ title, values, onAsk }: ValuesProps): ReactNode {
  if (values.length === 0) return null;
  return (
    <>
      <dt data-group={title}>{title}</dt>
      <dd data-group={title}>
        {values.map((value) => (
          // A write into shared memory flashes anew at each step that makes it.
          <Value
            key={value.memory === undefined ? value.name : `${value.name} ${value.step}`}
            value={value}
            onAsk={onAsk && ((cell) => onAsk(value, cell))}
          />
        ))}
      </dd>
    </>
  );
}

/** Where several expressions have worked sums, each sum is headed by its expression. */
export function WorkList({ work }: { readonly work: readonly Work[] }): ReactNode {
  return work.map(({ text, worked }, k) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an expression is its place among those of the statement.
    <div className="work" key={k}>
      {work.length > 1 && <code>{text.replaceAll(/\s+/g, ' ')}</code>}
      {worked.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the sum.
        <WorkedLine key={index} chain={line} />
      ))}
    </div>
  ));
}
