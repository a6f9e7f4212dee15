import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { AskedPrediction, PredictionVerdict } from '../../../exercise/index.ts';
import type { Prediction, TokenLine } from '../../../listing/index.ts';
import { CodeLine } from '../CodeLine.tsx';
import { judgeTyped } from './judge-typed.ts';
import { Belief, Programs, Result } from './Programs.tsx';
import { Question } from './Question.tsx';

interface Props {
  /** The first line of the statement, and its code. */
  readonly line: number;
  readonly code: TokenLine;
  readonly prediction: Prediction;
  readonly asked: AskedPrediction;
  /** The reader goes on; `isRight` after a right answer, which is shown by nothing but the result. */
  readonly onDone: (isRight: boolean) => void;
}

type Wrong = Extract<PredictionVerdict, { kind: 'wrong' }>;

/** Asks what a line will print, and tells which program would print what was predicted. */
export function PredictBox({ line, code, prediction, asked, onDone }: Props): ReactNode {
  const [isShapeKnown, setShapeKnown] = useState(false);
  const [wrong, setWrong] = useState<Wrong>();
  const [problem, setProblem] = useState<{ readonly field: number; readonly text: string }>();
  const answer = async (typed: readonly string[]) => {
    const verdict = await judgeTyped(typed, prediction, asked, isShapeKnown);
    setProblem(verdict.kind === 'unread' ? { field: verdict.field, text: verdict.problem } : undefined);
    if (verdict.kind === 'right') onDone(true);
    if (verdict.kind === 'shape-right') setShapeKnown(true);
    if (verdict.kind === 'wrong') setWrong(verdict);
  };
  const skipByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone(false);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form.
    <div
      className="predict"
      role="group"
      aria-label={`Predict line ${line}: ${code
        .map(({ text }) => text)
        .join('')
        .trim()}`}
      onKeyDown={skipByKey}
    >
      <p className="predict-ask">
        <b>Before line {line} runs</b> <CodeLine tokens={code} />
      </p>
      {wrong === undefined ? (
        <Question
          key={isShapeKnown ? 'values' : 'first'}
          asked={asked}
          isShapeKnown={isShapeKnown}
          problem={problem}
          onAnswer={(typed) => void answer(typed)}
          onSkip={() => onDone(false)}
        />
      ) : (
        <Told wrong={wrong} prediction={prediction} onGoOn={() => onDone(false)} />
      )}
    </div>
  );
}

interface ToldProps {
  readonly wrong: Wrong;
  readonly prediction: Prediction;
  readonly onGoOn: () => void;
}

/** After a wrong prediction: the two programs, or what the line prints where no program is known that prints the other. */
function Told({ wrong, prediction, onGoOn }: ToldProps): ReactNode {
  const id = useId();
  const goOn = useRef<HTMLButtonElement>(null);
  useEffect(() => goOn.current?.focus(), []);
  const program = wrong.wrong === undefined ? undefined : prediction.wrong[wrong.wrong];
  return (
    <>
      <div role="status" id={id}>
        {program === undefined ? (
          <>
            <p>
              {wrong.expectedError ? 'No error comes here. The line prints' : 'Not this. The line prints'}
            </p>
            <Result result={prediction.right} />
          </>
        ) : (
          <>
            <p>
              {program.result.kind === 'raised'
                ? 'An error comes from another program: '
                : 'Another program prints that: '}
              <Belief text={program.belief} />.
            </p>
            <Programs wrong={program} right={prediction.right} />
          </>
        )}
      </div>
      <p className="predict-buttons">
        <button type="button" ref={goOn} aria-describedby={id} onClick={onGoOn}>
          Go on
        </button>
      </p>
    </>
  );
}
