/** Answers about programs and figures. This entry brings the book's Python, which a page fetches only in a worker. */
export { prepareAll } from '../../../python/index.ts';
export { answerTo } from '../answer.ts';
export { figuresAnswer } from '../figures-answer.ts';
