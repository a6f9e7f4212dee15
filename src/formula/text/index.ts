/** What a page needs to put another value into a formula of the text. It brings no React. */
export { equationPieces } from '../equation-pieces.ts';
export { piecesOf } from '../pieces.ts';
