/** Formulas as they are drawn: worked sums. The styles are in formula.css beside this file. */
export { WorkedLine, WorkedSums } from './Worked.tsx';
