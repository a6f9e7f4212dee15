/**
 * Does jobs, `ahead` of them at a time, and gives their results in the jobs' order: what is gathered from them is the
 * same whoever was quicker, and no more than `ahead` results wait.
 */
export async function* inOrder<Job, Result>(
  jobs: readonly Job[],
  run: (job: Job) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for (const job of jobs) {
    const result = run(job);
    // A later job's failure is thrown when its turn comes.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length >= ahead) yield await (underWay.shift() as Promise<Result>);
  }
  for (const result of underWay) yield await result;
}
