/**
 * Times rivals against each other: they take turns in every round, so that whatever else the machine does meets all of
 * them alike, and medians leave out the rounds that were disturbed.
 */
import { performance } from 'node:perf_hooks';
import { median } from './median.ts';

/** How long one rival runs in one round, at least; long beside the clock's step. */
const TURN_MS = 4;
const WARM_UP_MS = 100;
/** Rounds go on to the first limit reached, but never below the least. */
const ROUNDS = { least: 5, most: 101, withinMs: 8000 };

export type Timing = {
  /** The median time of one call. */
  readonly ms: number;
  /** The median, over all rounds, of this rival's time as a multiple of the first rival's in the same round. */
  readonly ratio: number;
};

/** The timing of each rival, in the order given; the first is the one the others are compared with. */
export function interleave(rivals: readonly (() => unknown)[]): Timing[] {
  const calls = rivals.map(callsInTurn);
  const rounds: number[][] = [];
  const start = performance.now();
  while (
    rounds.length < ROUNDS.least ||
    (rounds.length < ROUNDS.most && performance.now() - start < ROUNDS.withinMs)
  ) {
    const round = new Array<number>(rivals.length);
    // Another rival begins each round: none always follows the same one's garbage.
    for (let turn = 0; turn < rivals.length; turn++) {
      const who = (turn + rounds.length) % rivals.length;
      round[who] = timeOf(rivals[who] as () => unknown, calls[who] as number) / (calls[who] as number);
    }
    rounds.push(round);
  }
  return rivals.map((_, who) => ({
    ms: median(rounds.map((round) => round[who] as number)),
    ratio: median(rounds.map((round) => (round[who] as number) / (round[0] as number))),
  }));
}

/** Warms `rival` up and says how often it must be called to fill a turn. */
function callsInTurn(rival: () => unknown): number {
  let calls = 1;
  for (let spent = 0; spent < WARM_UP_MS; ) {
    const ms = timeOf(rival, calls);
    spent += ms;
    if (ms < TURN_MS) calls *= 2;
  }
  return calls;
}

/** Read by nothing, written by every call: no engine may leave a call out. */
export const kept: { result: unknown } = { result: undefined };

function timeOf(rival: () => unknown, calls: number): number {
  const start = performance.now();
  for (let i = 0; i < calls; i++) kept.result = rival();
  return performance.now() - start;
}
