/** A thread that halves even numbers and nothing else. */
import { answerJobs } from '../../../src/build/threads/answer-jobs.ts';

answerJobs(async (number: number) => {
  if (Number.isNaN(number)) throw 'not even an error';
  if (number % 2 === 1) throw Object.assign(new RangeError(`${number} is odd.`), { line: number });
  return number / 2;
});
