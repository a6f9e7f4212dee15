/** `npm run record:faults`: has real Python run the programs of "Errors you will meet" and their repairs, and records how they end. */
import { recordEndings } from '../goldens/endings/record-endings.ts';
import { everyProgram, RECORDING } from './programs.ts';

recordEndings(everyProgram(), RECORDING);
