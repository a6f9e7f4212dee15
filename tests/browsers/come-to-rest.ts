/**
 * Brings an element to the middle of the window and waits until it stays there: what comes alive or is laid out on sight
 * may still move it. It runs in the page, with nothing but its arguments.
 */
export async function comeToRest(selector: string): Promise<void> {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  const FRAMES = 5;
  const frame = () => new Promise(requestAnimationFrame);
  let [still, before] = [0, ''];
  while (still < FRAMES) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    await frame();
    const { x, y, width, height } = element.getBoundingClientRect();
    const now = [x, y, width, height].join(' ');
    still = now === before ? still + 1 : 0;
    before = now;
  }
}
