import type { ReactNode } from 'react';
import { ChoiceAnswer } from './ChoiceAnswer.tsx';
import { FunctionAnswer } from './FunctionAnswer.tsx';
import { GridAnswer } from './GridAnswer.tsx';
import { OrderAnswer } from './OrderAnswer.tsx';
import { TypedAnswer } from './TypedAnswer.tsx';
import type { LiveExercise } from './useExercise.ts';

export interface FormProps {
  readonly exercise: LiveExercise;
  /** What the answer is to, for those who hear the fields alone. */
  readonly label: string;
}

/** The form of an answer, by what is asked. A new draw is a new form. */
export function AnswerForm({
  exercise,
  label,
  optionsAreCode,
}: FormProps & { readonly optionsAreCode: boolean }): ReactNode {
  const { asked } = exercise.drawn;
  const code = 'code' in asked ? asked.code : undefined;
  return (
    <>
      {code !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll sideways.
        <pre className="exercise-code" tabIndex={0}>
          {code}
        </pre>
      )}
      {formOf()}
    </>
  );

  function formOf(): ReactNode {
    const shared = { exercise, label };
    switch (asked.form) {
      case 'number':
        return <TypedAnswer {...shared} prompt="Your answer" placeholder="such as 0.5, 1/3, sqrt(2)" />;
      case 'shape':
        return <TypedAnswer {...shared} prompt="Shape" placeholder="such as (4, 2), (3,) or error" />;
      case 'text':
        return <TypedAnswer {...shared} prompt="What it prints" placeholder="" />;
      case 'hole':
        return <TypedAnswer {...shared} prompt="In the hole" placeholder="Python" />;
      case 'grid':
        return <GridAnswer {...shared} />;
      case 'choice':
        return <ChoiceAnswer {...shared} options={asked.options} areCode={optionsAreCode} />;
      case 'order':
        return <OrderAnswer {...shared} lines={asked.lines} />;
      case 'function':
        return <FunctionAnswer {...shared} signature={asked.signature} />;
      default:
        return asked satisfies never;
    }
  }
}

/** The button that gives an answer; it stays in its place once the exercise is done. */
export function CheckButton({
  exercise,
  text = 'Check',
}: {
  readonly exercise: LiveExercise;
  readonly text?: string;
}): ReactNode {
  return (
    <button type="submit" className="button primary" disabled={!exercise.isLive || exercise.phase !== 'open'}>
      {text}
    </button>
  );
}
