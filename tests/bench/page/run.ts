/**
 * `npm run bench`: the built page beside the same text in plain Starlight, a page with nothing but a Mafs widget, and an empty
 * page, all in one run and by turns. `--only drag,key` leaves the other parts out, `--rounds 5` repeats more often.
 */
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { median } from '../median.ts';
import { timeToAnswer } from './answer.ts';
import { openBrowser } from './browser.ts';
import { weigh } from './bytes.ts';
import { drag, holdKey } from './hands.ts';
import { judge } from './lighthouse.ts';
import { changePrograms } from './live.ts';
import { paints } from './paint.ts';
import type { Measured, Quantity } from './quantities.ts';
import { hasWidget, type WithWidget } from './reach-slider.ts';
import { report } from './report.ts';
import { type Rival, type RivalName, serveBook, serveRivals } from './rivals.ts';
import { judgeAnswers, turnNumber } from './told.ts';

const FOLDER = 'reports/bench/page';
const ROUNDS = 5;

type Part = (browser: Browser, rival: Rival) => Promise<Measured>;

const withWidget =
  (part: (browser: Browser, rival: WithWidget) => Promise<Measured>): Part =>
  async (browser, rival) =>
    hasWidget(rival) ? part(browser, rival) : {};

/** What only the book has. */
const ofBook =
  (part: (browser: Browser, url: string) => Promise<Measured>): Part =>
  async (browser, { name, url }) =>
    name === 'book' ? part(browser, url) : {};

const OF_BOOK = ['exercises', 'numbers', 'live'];

const PARTS: Readonly<Record<string, Part>> = {
  bytes: (browser, { url }) => weigh(browser, url),
  paint: paints,
  lighthouse: (_, { url }) => judge(url),
  answer: withWidget(timeToAnswer),
  drag: withWidget(drag),
  key: withWidget(holdKey),
  exercises: ofBook(judgeAnswers),
  numbers: ofBook(turnNumber),
  live: ofBook(changePrograms),
};

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(PARTS).join(',') },
    rounds: { type: 'string', default: String(ROUNDS) },
  },
});
const wanted = values.only.split(',');
const rounds = Number(values.rounds);
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0 || !(rounds >= 1))
  throw new Error(
    `Expected --only with some of ${Object.keys(PARTS).join(', ')}, and --rounds with a number.`,
  );

const measured = new Map<string, number[]>();
const key = (rival: RivalName, quantity: string) => `${rival} ${quantity}`;

const isAlone = wanted.every((name) => OF_BOOK.includes(name));
if (!isAlone) console.error(`Building the pages that the book is measured beside …`);
const rivals = await (isAlone ? serveBook() : serveRivals(FOLDER));
const browser = await openBrowser();
try {
  for (let round = 0; round < rounds; round++) {
    console.error(`Round ${round + 1} of ${rounds} …`);
    // Another page begins each round: none always follows the same one.
    for (const name of wanted)
      for (const turn of rivals.all.keys()) {
        const rival = rivals.all[(turn + round) % rivals.all.length] as Rival;
        const result = (await PARTS[name]?.(browser, rival)) ?? {};
        for (const [quantity, value] of Object.entries(result)) {
          const all = measured.get(key(rival.name, quantity)) ?? [];
          measured.set(key(rival.name, quantity), [...all, value]);
        }
      }
  }
} finally {
  await browser.close();
  rivals.close();
}

const value = (rival: RivalName, quantity: Quantity): number | undefined => {
  const all = measured.get(key(rival, quantity));
  return all && median(all);
};
console.log(
  `Medians of ${rounds} rounds, served by HTTP/2 and brotli on this machine. A time counts by its ratio in this run; in brackets
what it was to be on the machine where the target was set.\n`,
);
console.log(report(value));
