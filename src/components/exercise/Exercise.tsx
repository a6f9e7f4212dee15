import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { announce } from '../../reader/index.ts';
import { usePrinting } from '../../reader/printing/index.ts';
import { type FilledNode, fillTemplate, type TemplateNode } from '../../slots/index.ts';
import { Filled, plainText } from '../listing/Filled.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { type ExerciseData, type ExerciseSettings, exerciseId } from './exercise-data.ts';
import { Solution, WorkedAnswer } from './Solution.tsx';
import { type Outcome, useExercise } from './useExercise.ts';
import { VerdictView, verdictSentence } from './VerdictView.tsx';
import { WhyStep } from './WhyStep.tsx';

interface Props {
  readonly data: ExerciseData;
  readonly settings: ExerciseSettings;
  readonly onDone?: (outcome: Outcome) => void;
}

const nothing = () => {};

/** An exercise: its question, the form of its answer, what is said of it, and the worked solution. */
export function Exercise({ data, settings, onDone = nothing }: Props): ReactNode {
  const { source } = data;
  const exercise = useExercise(data, settings, onDone);
  const { drawn, work, phase, verdict, isLive, failure, yours } = exercise;
  const [hasHint, setHint] = useState(false);
  const titleId = useId();
  const said = useRef<HTMLDivElement>(null);
  const values = useMemo(() => new Map(drawn.slots), [drawn]);
  const filled = (nodes: readonly TemplateNode[]): FilledNode[] => fillTemplate(nodes, values);
  const wordsOf = (slip: string | undefined) =>
    filled(source.slips.find(([name]) => name === slip)?.[1] ?? []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a verdict is said once, when it comes.
  useEffect(() => {
    if (verdict !== undefined) announce(verdictSentence(verdict, plainText(wordsOf(slipOf(verdict)))));
  }, [verdict]);
  // What had the focus may be gone once the exercise is done.
  useEffect(() => {
    if (phase !== 'open') said.current?.focus();
  }, [phase]);

  const isOver = phase !== 'open';
  const isPrinting = usePrinting();
  const onPaper = isPrinting ? document.querySelector(`[data-answer="${settings.name}"]`) : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name each of its fields after the exercise.
    <div className="exercise" id={exerciseId(settings.name)} role="group" aria-labelledby={titleId}>
      <p className="exercise-title" id={titleId}>
        {source.title}
      </p>
      <div className="exercise-question">
        <Filled nodes={filled(source.question)} />
      </div>
      {yours.length > 0 && <p className="exercise-yours">With your numbers for {yours.join(', ')}.</p>}
      <AnswerForm
        key={drawn.identity}
        exercise={exercise}
        label={source.title}
        optionsAreCode={source.optionsAreCode}
      />
      <div className="exercise-said" ref={said} tabIndex={-1}>
        {verdict !== undefined && (
          <VerdictView verdict={verdict} words={wordsOf(slipOf(verdict))} isOver={isOver} />
        )}
        {failure !== undefined && <p>{failure}</p>}
        {hasHint && !isOver && (
          <div className="exercise-hint">
            <b>Hint</b> <Filled nodes={filled(source.hint)} />
          </div>
        )}
        {phase === 'right' && source.why !== undefined && drawn.why !== undefined && (
          <WhyStep key={drawn.identity} why={source.why} drawn={drawn.why} filled={filled} />
        )}
        {isOver && (
          <Solution source={source} drawn={drawn} work={work} open={phase === 'shown'}>
            <p className="exercise-back">
              Back to <Filled nodes={filled(source.back)} />
            </p>
          </Solution>
        )}
      </div>
      <p className="exercise-actions">
        {!isOver && (
          <>
            <button type="button" className="button" disabled={!isLive} onClick={() => setHint(!hasHint)}>
              {hasHint ? 'Hide the hint' : 'Hint'}
            </button>
            <button type="button" className="button" disabled={!isLive} onClick={exercise.showSolution}>
              Show the solution
            </button>
          </>
        )}
        <button
          type="button"
          className="button"
          disabled={!isLive}
          onClick={() => {
            setHint(false);
            exercise.another();
          }}
        >
          Another one like it
        </button>
      </p>
      {onPaper !== null &&
        createPortal(
          <div className="answer-now">
            <h3>{source.title}</h3>
            <WorkedAnswer source={source} drawn={drawn} work={work} />
          </div>,
          onPaper,
        )}
    </div>
  );
}

function slipOf(verdict: { readonly kind: string; readonly slip?: string }): string | undefined {
  return verdict.slip;
}
