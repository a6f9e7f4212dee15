import type { ReactNode } from 'react';
import type { TokenLine } from '../../../listing/index.ts';
import type { Predictions } from './usePredictions.ts';

interface Props {
  readonly predictions: Predictions;
  readonly lines: readonly TokenLine[];
}

/** The question of a stop, where one stands open. */
export function PredictStop({ predictions: { open, finish, retry }, lines }: Props): ReactNode {
  if (open === undefined) return null;
  const { stop, question, hasFailed } = open;
  if (hasFailed)
    return (
      <div className="predict" role="alert">
        <p>A file that predictions need could not be fetched.</p>
        <p className="predict-buttons">
          <button type="button" onClick={retry}>
            Try again
          </button>
          <button type="button" onClick={() => finish(false)}>
            Skip
          </button>
        </p>
      </div>
    );
  if (question === undefined)
    return (
      <p className="predict" role="status">
        Running the programs that others might expect …
      </p>
    );
  const { prediction, asked, Box } = question;
  return (
    <Box
      key={stop.marker}
      line={prediction.line}
      code={withoutIndent(lines[prediction.line - 1] ?? [])}
      prediction={prediction}
      asked={asked}
      onDone={finish}
    />
  );
}

function withoutIndent(tokens: TokenLine): TokenLine {
  const [first, ...rest] = tokens;
  return first === undefined ? [] : [{ ...first, text: first.text.trimStart() }, ...rest];
}
