/** What is wrong with an exercise's program for one seed: its author must correct it. */
export class ExerciseProblem extends Error {
  override readonly name = 'ExerciseProblem';
  readonly seed: number;
  /** The line of the program that is to blame, from 1, where one is. */
  readonly lineNumber: number | undefined;

  constructor(problem: string, seed: number, lineNumber?: number) {
    super(problem);
    this.seed = seed;
    this.lineNumber = lineNumber;
  }
}
