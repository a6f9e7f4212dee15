/** How far from the window an element is when it comes to life. */
const NEAR = '600px';

/** Calls `then` whenever `element` comes near the window, until `signal` is aborted. A reader who saves data wakes only what is touched. */
export function whenNear(element: Element, then: () => void, signal: AbortSignal): void {
  if (savesData()) return;
  const observer = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && then(),
    { rootMargin: NEAR },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Returns whether the reader has asked the browser to save data. */
export function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return (
    typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true
  );
}
