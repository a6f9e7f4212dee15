/** Evaluates the slots of a text. This entry brings the book's Python, which a page fetches only where it runs programs. */
export { comparedParts, prepareAll } from '../../python/index.ts';
export { DESCRIBE } from './describe.ts';
export { type SlotsAnswer, type SlotsQuestion, slotEvaluator } from './evaluate-slots.ts';
export { type Evaluator, sectionEvaluator, UnknownSlotError } from './section-evaluator.ts';
