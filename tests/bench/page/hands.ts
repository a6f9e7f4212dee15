/** A point that is dragged, and one that is moved by a held key, with a processor six times slower. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { median, quantile } from '../median.ts';
import { inNewPage, slowDown } from './browser.ts';
import type { Measured } from './quantities.ts';
import { reachSlider, type WithWidget, watchSlider } from './reach-slider.ts';

const SLOWER = 6;
/** A common mouse tells of itself 125 times a second; the browser hands on what the page can take. */
const MOVES = 375;
const MOVE_MS = 8;
const MOVES_AROUND = 120;
const RADIUS_PX = 60;
const PRESSES = 60;
const PRESS_MS = 1000 / 30;
/** The shortest time that a browser tells of an event. */
const FRAME_MS = 16;
/** The key changes after so many presses, so that the point never comes to the edge of its plane. */
const PRESSES_ONE_WAY = 10;

/**
 * While the pointer goes around a circle for three seconds: the time between frames, how many places of the point a second
 * showed, and the longest time without a new one. A page that drops most moves can have short frames, so all three are told.
 */
export async function drag(browser: Browser, rival: WithWidget): Promise<Measured> {
  return withPoint(browser, rival, async (page, session) => {
    const box = await page.locator(`${rival.widget} ${rival.slider}`).first().boundingBox();
    if (!box) throw new Error(`${rival.url} shows no point.`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await slowDown(session, SLOWER);
    await page.evaluate(noteFrames, `${rival.widget} ${rival.slider}`);
    await atPace(MOVES, MOVE_MS, (move) => {
      const angle = (2 * Math.PI * move) / MOVES_AROUND;
      return page.mouse.move(x + RADIUS_PX * (Math.cos(angle) - 1), y + RADIUS_PX * Math.sin(angle));
    });
    const { times, places, pause } = await page.evaluate(() => (window as unknown as Noted).noted());
    await page.mouse.up();
    const seconds = times.reduce((sum, time) => sum + time, 0) / 1000;
    return { frame: median(times), frame95: quantile(times, 0.95), places: places / seconds, pause };
  });
}

/**
 * A key that repeats thirty times a second: the time from each press to the frame that follows it, as the browser itself tells
 * it (Event Timing), and to the first rest of the page after that frame, when a message that the page sends itself arrives.
 */
export async function holdKey(browser: Browser, rival: WithWidget): Promise<Measured> {
  return withPoint(browser, rival, async (page, session) => {
    await slowDown(session, SLOWER);
    await page.evaluate(noteKeys, FRAME_MS);
    await atPace(PRESSES, PRESS_MS, (press) =>
      page.keyboard.down(Math.floor(press / PRESSES_ONE_WAY) % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'),
    );
    await slowDown(session, 1);
    const { toFrame, toRest } = await page.evaluate(notedKeys);
    // The browser leaves out what took less than a frame.
    const quick = Array<number>(PRESSES - toFrame.length).fill(FRAME_MS);
    return { key: median([...toFrame, ...quick]), keyRest: median(toRest) };
  });
}

/** Runs `work` once the page's point answers, at full speed until then. */
async function withPoint<T>(
  browser: Browser,
  rival: WithWidget,
  work: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  return inNewPage(browser, { viewport: 'desktop' }, async (page, session) => {
    await watchSlider(page, rival);
    await page.goto(rival.url, { waitUntil: 'load' });
    await reachSlider(page, rival);
    await page.waitForLoadState('networkidle');
    return work(page, session);
  });
}

/** Begins an action every `everyMs`, whether or not the page has kept up, and waits for the last. */
async function atPace(times: number, everyMs: number, act: (index: number) => Promise<void>): Promise<void> {
  const start = performance.now();
  const acts: Promise<void>[] = [];
  for (let index = 0; index < times; index++) {
    acts.push(act(index));
    const wait = start + (index + 1) * everyMs - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
  await Promise.all(acts);
}

type Noted = { noted: () => { times: number[]; places: number; pause: number } };

/** Runs in the page. The point has a new place where its markup differs. */
function noteFrames(point: string): void {
  const frames: number[] = [];
  let [places, last]: [number, string | undefined] = [-1, undefined];
  let [since, pause]: [number | undefined, number] = [undefined, 0];
  // Looked for once: in a long page that takes longer than a frame should.
  const element = document.querySelector(point);
  const note = (now: number) => {
    frames.push(now);
    const markup = element?.outerHTML;
    if (markup !== last) {
      places += 1;
      if (since !== undefined) pause = Math.max(pause, now - since);
      [last, since] = [markup, now];
    }
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  const times = () => frames.slice(1).map((now, index) => now - (frames[index] ?? now));
  Object.assign(window, { noted: () => ({ times: times(), places, pause }) });
}

type KeysNoted = { readonly toFrame: number[]; readonly toRest: number[] };

/** Runs in the page. */
function noteKeys(threshold: number): void {
  const keys: KeysNoted = { toFrame: [], toRest: [] };
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') keys.toFrame.push(duration);
  }).observe({ type: 'event', durationThreshold: threshold } as PerformanceObserverInit);
  const note = ({ timeStamp }: KeyboardEvent) => {
    const afterFrame = new MessageChannel();
    afterFrame.port1.onmessage = () => keys.toRest.push(performance.now() - timeStamp);
    requestAnimationFrame(() => afterFrame.port2.postMessage(undefined));
  };
  addEventListener('keydown', note, { capture: true });
  Object.assign(window, { keys });
}

/** Runs in the page: some frames later all that was pressed has been shown and told. */
async function notedKeys(): Promise<KeysNoted> {
  for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
  return (window as unknown as { readonly keys: KeysNoted }).keys;
}
