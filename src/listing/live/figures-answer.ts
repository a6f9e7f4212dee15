/** Answers a question about the figures of a section: what slots are worth, and where a number comes from. */
import { type SlotsAnswer, type SlotsQuestion, slotEvaluator } from '../../slots/evaluate/index.ts';
import { type ExpressionQuestion, expressionOrigin } from '../view/expression-origin.ts';
import type { Origin } from '../view/state.ts';

/** Plain JSON. */
export interface FiguresQuestion extends SlotsQuestion {
  readonly kind: 'figures';
  /** A number whose history is asked for. */
  readonly about?: ExpressionQuestion;
}

export interface FiguresAnswer extends SlotsAnswer {
  readonly origin?: Origin;
}

const evaluate = slotEvaluator();

/** Answers a question of the page about the section's numbers. Never throws, whatever the numbers are. */
export function figuresAnswer(question: FiguresQuestion, milliseconds: number): FiguresAnswer {
  const answer = evaluate(question, milliseconds);
  const origin = question.about && expressionOrigin(question.text, question.about, milliseconds);
  return { ...answer, ...(origin !== undefined && { origin }) };
}
