/** A reader who has come for the widget: scrolls to it at once, and tries its keys until it answers. */
import type { Page } from '@playwright/test';
import type { Rival } from './rivals.ts';

const TRY_EVERY_MS = 50;
const GIVE_UP_MS = 40_000;

/** The rival has a widget. */
export type WithWidget = Rival & Required<Pick<Rival, 'widget' | 'slider'>>;

export function hasWidget(rival: Rival): rival is WithWidget {
  return rival.widget !== undefined && rival.slider !== undefined;
}

type Watched = { answeredAt?: number };

/**
 * Resolves to the milliseconds from navigation until the point had moved after a key. Call `watchSlider` before the page loads.
 *
 * @throws when nothing has moved after a long wait
 */
export async function reachSlider(page: Page, { url, widget, slider }: WithWidget): Promise<number> {
  const end = performance.now() + GIVE_UP_MS;
  while (performance.now() < end) {
    const answeredAt = await page.evaluate(approach, [widget, `${widget} ${slider}`] as const);
    if (answeredAt !== undefined) return answeredAt;
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(TRY_EVERY_MS);
  }
  throw new Error(`${url}: ${slider} has not answered the keyboard.`);
}

/** Scrolls to the widget unless it is in sight, and focuses its point. */
function approach([widget, slider]: readonly [string, string]): number | undefined {
  const box = document.querySelector(widget);
  const { top, bottom } = box?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  if (box && (top < 0 || bottom > innerHeight)) box.scrollIntoView({ block: 'center', behavior: 'instant' });
  document.querySelector<SVGElement>(slider)?.focus({ preventScroll: true });
  return (window as Watched).answeredAt;
}

/** Has the page note the frame in which its point first moves to the right after a key; from then on it costs the page nothing. */
export async function watchSlider(page: Page, { widget, slider }: WithWidget): Promise<void> {
  await page.addInitScript(
    ([box, point]) => {
      const place = (): readonly [number, number] | undefined => {
        const [a, b] = [document.querySelector(box), document.querySelector(`${box} ${point}`)].map(
          (element) => element?.getBoundingClientRect(),
        );
        return a && b && [b.x + b.width / 2 - a.x, b.y + b.height / 2 - a.y];
      };
      const watch = () => {
        const before = place();
        const afterFrame = new MessageChannel();
        afterFrame.port1.onmessage = () => {
          const after = place();
          if (!before || !after) return;
          const moved = after[0] - before[0] > 1 && Math.abs(after[1] - before[1]) < 1;
          if (!moved) return;
          (window as Watched).answeredAt ??= performance.now();
          removeEventListener('keydown', watch, { capture: true });
        };
        requestAnimationFrame(() => afterFrame.port2.postMessage(undefined));
      };
      addEventListener('keydown', watch, { capture: true });
    },
    [widget, slider] as const,
  );
}
