import type { ReactNode } from 'react';
import type { FailingInput, Verdict } from '../../exercise/index.ts';
import type { FilledNode } from '../../slots/index.ts';
import { Filled } from '../listing/Filled.tsx';

interface Props {
  readonly verdict: Verdict;
  /** What is said to the misconception that explains the answer; empty where none does. */
  readonly words: readonly FilledNode[];
  /** Whether the solution is shown below. */
  readonly isOver: boolean;
}

/** What is said of an answer. */
export function VerdictView({ verdict, words, isOver }: Props): ReactNode {
  const { kind } = verdict;
  const ran = kind === 'right' || kind === 'wrong' ? verdict.ran : undefined;
  return (
    <div className="verdict" data-verdict={kind}>
      <p>
        <b>{opening(verdict)}</b>
        {kind === 'unread' && ` ${verdict.problem}`}
        {kind === 'wrong' && words.length === 0 && ` ${withoutSlip(verdict, isOver)}`}
      </p>
      {words.length > 0 && <Filled nodes={words} />}
      {ran !== undefined && ran !== '' && (
        <>
          <p className="verdict-ran">Your lines give</p>
          <pre className="prints">{ran}</pre>
        </>
      )}
      {kind === 'wrong' && verdict.failing !== undefined && <Failing failing={verdict.failing} />}
    </div>
  );
}

/** Returns the same in one sentence, for those who listen. */
export function verdictSentence(verdict: Verdict, words: string): string {
  const rest =
    verdict.kind === 'unread'
      ? verdict.problem
      : verdict.kind === 'wrong' && words === ''
        ? withoutSlip(verdict, false)
        : words;
  return `${opening(verdict)} ${rest}`.trim();
}

function opening(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'right':
      return 'Right.';
    case 'shape-right':
      return 'The shape is right. Now the numbers.';
    case 'wrong':
      return 'Not yet.';
    case 'unread':
      return 'Not judged.';
    default:
      return verdict satisfies never;
  }
}

function withoutSlip(verdict: Extract<Verdict, { kind: 'wrong' }>, isOver: boolean): string {
  const { shape, wrongCells, failing, ran } = verdict;
  if (shape !== undefined) return 'It has another shape.';
  if (wrongCells !== undefined)
    return wrongCells.length === 1
      ? 'One cell is another number.'
      : `${wrongCells.length} cells are other numbers.`;
  if (failing !== undefined) return 'It gives something else for this input.';
  if (ran !== undefined) return 'That is not what was asked for.';
  return isOver ? 'Here is how it comes about.' : 'The hint may help.';
}

/** The smallest input for which a function does not give what it should. */
function Failing({ failing }: { readonly failing: FailingInput }): ReactNode {
  const { args, expected, got } = failing;
  return (
    <dl className="failing">
      {args.map(({ name, shape, text }) => (
        <div key={name}>
          <dt>
            <code>{name}</code> {shape !== '' && <span className="matrix-shape">{shape}</span>}
          </dt>
          <dd>
            <pre>{text}</pre>
          </dd>
        </div>
      ))}
      <div>
        <dt>should give</dt>
        <dd>
          <pre>{expected}</pre>
        </dd>
      </div>
      <div>
        <dt>gives</dt>
        <dd>
          <pre>{got}</pre>
        </dd>
      </div>
    </dl>
  );
}
