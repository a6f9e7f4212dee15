import type { ReactNode } from 'react';
import type { AnswerValue, Drawn, DrawnWithWork, ExerciseSource } from '../../exercise/index.ts';
import { Matrix } from '../../matrix/index.ts';
import { fillTemplate, type TemplateNode, withMinusSigns } from '../../slots/index.ts';
import { Filled } from '../listing/Filled.tsx';
import { WorkList } from '../listing/StateView.tsx';

interface Props extends DrawnWithWork {
  readonly source: ExerciseSource;
  readonly open?: boolean;
  readonly children?: ReactNode;
}

/** The worked solution: how the answer is found, in words and sums, and the answer. */
export function Solution({ source, drawn, work, open = false, children }: Props): ReactNode {
  return (
    <details className="solution" open={open}>
      <summary>Solution</summary>
      <WorkedAnswer source={source} drawn={drawn} work={work} />
      {children}
    </details>
  );
}

/** What a solution unfolds. */
export function WorkedAnswer({ source, drawn, work }: Omit<Props, 'open' | 'children'>): ReactNode {
  return (
    <>
      <Filled nodes={fillTemplate(source.work, new Map(drawn.slots))} />
      <WorkList work={work} />
      <div className="solution-answer">
        <b>Answer</b> <AnswerView drawn={drawn} />
      </div>
      <HoldingReason source={source} drawn={drawn} />
    </>
  );
}

/** The reason that holds, where one is asked for. */
function HoldingReason({ source, drawn }: Omit<Props, 'open' | 'children' | 'work'>): ReactNode {
  const reason = source.why?.reasons.find(({ name }) => name === drawn.why?.holds);
  if (reason === undefined) return null;
  const filled = (nodes: readonly TemplateNode[]) => fillTemplate(nodes, new Map(drawn.slots));
  return (
    <p>
      <b>
        <Filled nodes={filled(source.why?.question ?? [])} />
      </b>{' '}
      <Filled nodes={filled(reason.text)} />
    </p>
  );
}

/** The answer as a reader could have given it. */
function AnswerView({ drawn }: { readonly drawn: Drawn }): ReactNode {
  const { asked, answer, answerText } = drawn;
  switch (asked.form) {
    case 'order':
      return <pre className="prints">{asked.order.map((place) => asked.lines[place]).join('\n')}</pre>;
    case 'hole':
    case 'choice':
      return <code>{answerText}</code>;
    case 'function':
      return null;
    case 'number':
    case 'grid':
    case 'shape':
    case 'text':
      return <ValueView value={answer} text={answerText} />;
    default:
      return asked satisfies never;
  }
}

function ValueView({ value, text }: { readonly value: AnswerValue; readonly text: string }): ReactNode {
  if (value.kind !== 'numbers' || value.shape.length === 0)
    return <span className="solution-value">{withMinusSigns(text)}</span>;
  const [rows, columns] =
    value.shape.length === 1 ? [1, value.shape[0] ?? 0] : [value.shape[0] ?? 0, value.shape[1] ?? 0];
  const cells = Array.from({ length: rows }, (_, row) =>
    value.cells.slice(row * columns, (row + 1) * columns).map((cell) => withMinusSigns(String(cell))),
  );
  return <Matrix cells={cells} shape={gridBadge(value.shape)} label="Answer" />;
}

/** Returns the shape of a vector or a matrix as NumPy writes it. */
export function gridBadge(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}
