import { keepPlace, markRead, readParts } from './reading-progress.ts';

/** Marks, in the contents, the part that is being read and those that were read; draws the progress line where CSS alone cannot. */

function markPlace(links: readonly HTMLAnchorElement[]): void {
  const parts = new Map<Element, HTMLAnchorElement[]>();
  for (const link of links) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    // The part begins where its heading does, and is laid out from the start.
    const part = heading?.closest('.part');
    if (part) parts.set(part, [...(parts.get(part) ?? []), link]);
  }
  const all = [...parts.keys()];
  let current: Element | undefined;
  const idOf = (part: Element) => decodeURIComponent(parts.get(part)?.[0]?.hash.slice(1) ?? '');
  const showRead = (part: Element) => {
    for (const link of parts.get(part) ?? []) link.dataset['read'] = '';
  };
  const read = readParts();
  for (const part of all) if (read.has(idOf(part))) showRead(part);

  const update = () => {
    // The part being read is the last that has passed the upper third of the window.
    const line = innerHeight / 3;
    const passed = all.findLast((part) => part.getBoundingClientRect().top <= line);
    // A part was read when its end has come into view while it was the one being read.
    if (passed && passed === current && passed.getBoundingClientRect().bottom <= innerHeight) {
      showRead(passed);
      markRead(idOf(passed));
    }
    // Before the first of them the reader is at the beginning: the contents mark it too.
    const marked = passed ?? all[0];
    if (marked === current) return;
    if (passed && scrollY > 0)
      keepPlace({
        path: location.pathname,
        part: idOf(passed),
        title: parts.get(passed)?.[0]?.textContent?.trim() ?? '',
      });
    for (const link of (current && parts.get(current)) ?? []) link.removeAttribute('aria-current');
    for (const link of (marked && parts.get(marked)) ?? []) link.setAttribute('aria-current', 'location');
    current = marked;
  };

  // The observer only says that some part crossed the line, first when the page has been laid out; which part holds
  // is then asked once.
  const observer = new IntersectionObserver(update, { rootMargin: '0px 0px -66% 0px' });
  for (const part of all) observer.observe(part);
  addEventListener('scrollend', update);
  addEventListener('resize', update);
}

function drawProgress(line: HTMLElement): void {
  if (CSS.supports('animation-timeline: scroll()')) return;
  let scheduled = false;
  const draw = () => {
    scheduled = false;
    const reach = document.documentElement.scrollHeight - innerHeight;
    line.style.setProperty('--read', String(reach > 0 ? scrollY / reach : 0));
  };
  const schedule = () => {
    if (!scheduled) requestAnimationFrame(draw);
    scheduled = true;
  };
  addEventListener('scroll', schedule, { passive: true });
  addEventListener('resize', schedule);
  draw();
}

/** On a narrow page the link to the contents opens them; choosing a part closes them again. */
function openContentsOnDemand(details: HTMLDetailsElement): void {
  for (const link of document.querySelectorAll(`a[href="#${details.id}"]`))
    link.addEventListener('click', () => {
      details.open = true;
    });
  details.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement) details.open = false;
  });
}

export function followReading(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')];
  if (links.length > 0) markPlace(links);
  const line = document.querySelector<HTMLElement>('[data-progress]');
  if (line) drawProgress(line);
  const details = document.querySelector<HTMLDetailsElement>('details#contents');
  if (details) openContentsOnDemand(details);
}
