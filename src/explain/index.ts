/** Worked arithmetic and the one way of writing numbers, for listings, widgets and exercises alike. */
export { DECIMALS, numberTex, numberText, numberWords, relation, type Shown, shown } from './number.ts';
