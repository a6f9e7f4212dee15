/** What one stretch of work costs a page: Chromium's own counters before and after, and the frames in between. */
import type { CDPSession, Page } from '@playwright/test';

/** Milliseconds, or counts, for one move. */
export type Cost = {
  readonly task: number;
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  readonly layouts: number;
  /** 95 % of the frames came after at most this time. */
  readonly frame95: number;
  /** Changes of the document outside the widget, over the whole stretch. */
  readonly outside: number;
};

type Counters = ReadonlyMap<string, number>;

async function counters(session: CDPSession): Promise<Counters> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

/** Runs `work`, which makes `moves` moves within the element that `widget` selects. */
export async function costOf(
  page: Page,
  session: CDPSession,
  widget: string,
  moves: number,
  work: () => Promise<void>,
): Promise<Cost> {
  await page.evaluate(watch, widget);
  const before = await counters(session);
  await work();
  const after = await counters(session);
  const { frames, outside } = await page.evaluate(() => (window as unknown as Watched).stopWatching());
  const grown = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) / moves;
  return {
    task: 1000 * grown('TaskDuration'),
    script: 1000 * grown('ScriptDuration'),
    style: 1000 * grown('RecalcStyleDuration'),
    layout: 1000 * grown('LayoutDuration'),
    layouts: grown('LayoutCount'),
    frame95: frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? 0,
    outside,
  };
}

type Watched = { stopWatching: () => { frames: number[]; outside: number } };

/** Runs in the page: notes when frames come and what changes outside the widget. */
function watch(widget: string): void {
  const frames: number[] = [];
  let [last, outside, isOver] = [performance.now(), 0, false];
  const note = (now: number) => {
    frames.push(now - last);
    last = now;
    if (!isOver) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      if (!element?.closest(`${widget}, #announcer`)) outside += 1;
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  Object.assign(window, {
    stopWatching: () => {
      isOver = true;
      observer.disconnect();
      return { frames: frames.slice(1), outside };
    },
  });
}
