/** `npm run record:predictions`: has real Python run the wrong programs of the stops for predictions, and records how they end. */
import { recordEndings } from '../goldens/endings/record-endings.ts';
import { everyWrongProgram, RECORDING } from './programs.ts';

recordEndings(everyWrongProgram(), RECORDING);
