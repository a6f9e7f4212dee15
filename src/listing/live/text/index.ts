/** Finds and changes numbers in the text of a program. It brings the parser, so a page fetches it when it is needed. */
export { type Assigned, type Numbers, withValues } from '../assign-values.ts';
export { type Literal, literalsOf } from '../literals.ts';
