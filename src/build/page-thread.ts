/** A thread that changes pages of a built site. */
import { workerData } from 'node:worker_threads';
import type { PortableSite } from './portable-pages.ts';
import { portableSteps } from './portable-steps.ts';
import { pageChange, prepare } from './site-step.ts';
import { answerJobs } from './threads/answer-jobs.ts';

const { dist, options }: PortableSite = workerData;
const steps = portableSteps(options);
await prepare(dist, steps);
answerJobs(pageChange(dist, steps));
