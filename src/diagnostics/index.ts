/** How author errors in `content/` are reported. */
export { AuthorError, type Place } from './author-error.ts';
export { withoutByteOrderMark } from './byte-order-mark.ts';
export { nearest, suggestion } from './nearest.ts';
export { schemaProblem } from './schema-problem.ts';
