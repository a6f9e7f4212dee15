/** The parts of `npm run record`: what of the book real Python is asked about. */
import { globSync } from 'node:fs';
import { everyProgram, RECORDING as FAULTS } from '../../faults/programs.ts';
import { everyWrongProgram, RECORDING as PREDICTIONS } from '../../predictions/programs.ts';
import { recordSlots } from '../../slots/record-slots.ts';
import { recordEndings } from '../endings/record-endings.ts';
import { type Recordings, recordChapter, recordExercises, recordListings } from './record-programs.ts';

/** `kept` lists the files of recordings that there are: those that `record` does not return belong to nothing any more. */
interface Part {
  readonly record: () => Recordings;
  readonly kept: () => readonly string[];
}

const files = (pattern: string) => () => globSync(pattern);

export const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['slots', { record: recordSlots, kept: files('tests/goldens/slots/*.json') }],
  ['chapter', { record: recordChapter, kept: files('tests/goldens/chapter/*.json') }],
  ['listings', { record: recordListings, kept: files('tests/goldens/listings/*.json') }],
  ['exercises', { record: recordExercises, kept: () => [] }],
  ['faults', { record: () => recordEndings(everyProgram(), FAULTS), kept: () => [] }],
  ['predictions', { record: () => recordEndings(everyWrongProgram(), PREDICTIONS), kept: () => [] }],
]);
