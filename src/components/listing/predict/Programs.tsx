import type { ReactNode } from 'react';
import type { LineResult, WrongProgram } from '../../../listing/index.ts';
import { changedPiece } from './changed-piece.ts';

interface Props {
  readonly wrong: WrongProgram;
  readonly right: LineResult;
}

/** The program that would print what was predicted, above the one that is run; the piece that differs is marked. */
export function Programs({ wrong, right }: Props): ReactNode {
  const { line, before, code, result } = wrong;
  return (
    <dl className="predict-programs">
      <dt>Yours, line {line}</dt>
      <dd>
        <Marked code={code} other={before} />
        <Result result={result} />
      </dd>
      <dt>The program, line {line}</dt>
      <dd>
        <Marked code={before} other={code} />
        <Result result={right} />
      </dd>
    </dl>
  );
}

function Marked({ code, other }: { readonly code: string; readonly other: string }): ReactNode {
  const [before, piece, after] = changedPiece(code, other);
  return (
    <code className="predict-code">
      {before}
      {piece !== '' && <mark>{piece}</mark>}
      {after}
    </code>
  );
}

/** What a line prints, or the exception that comes instead. */
export function Result({ result }: { readonly result: LineResult }): ReactNode {
  if (result.kind === 'nothing') return <p>prints nothing</p>;
  return (
    <pre className="prints" data-raised={result.kind === 'raised' || undefined}>
      {result.text}
    </pre>
  );
}

/** A belief as it is written: code stands in backticks. */
export function Belief({ text }: { readonly text: string }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text.
  return text.split('`').map((piece, k) => (k % 2 === 1 ? <code key={k}>{piece}</code> : piece));
}
