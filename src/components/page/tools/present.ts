/**
 * Presents a section: one step at a time, in large type. A step is what stands directly in a part: a stretch of text, a figure, a
 * listing. Arrow keys and the keys of a remote control (Page Up, Page Down) lead on, B blanks the screen, Escape leaves.
 */
import { announce, showInAddress } from '../../../reader/index.ts';
import { PRESENT_FRAGMENT } from './present-fragment.ts';
import { pressButton } from './press-button.ts';

/** Elements that handle these keys themselves. */
const KEEPS_KEYS =
  'input, textarea, select, [contenteditable], [role="slider"], [role="spinbutton"], [role="gridcell"], .line > a, td[tabindex]';

const MOVES = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['PageDown', 1],
  [' ', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
  ['PageUp', -1],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
]);

let leave: (() => void) | undefined;

/** Starts at a step, from 1; at the part in view when it is left out. */
export function present(first?: number): void {
  if (leave) return;
  const page = document.documentElement;
  const steps = [...document.querySelectorAll<HTMLElement>('article > .part > *')];
  if (steps.length === 0) return;
  const over = new AbortController();
  const inView = steps.findIndex((step) => step.getBoundingClientRect().bottom > innerHeight / 3);
  let at = -1;

  const bar = document.createElement('div');
  bar.className = 'present-bar';
  bar.setAttribute('role', 'group');
  bar.ariaLabel = 'Presentation';
  const count = document.createElement('span');
  bar.append(
    pressButton('Back', () => go(at - 1)),
    count,
    pressButton('Next', () => go(at + 1)),
    pressButton('Leave', () => leave?.()),
  );

  const go = (to: number) => {
    const next = Math.max(0, Math.min(steps.length - 1, to));
    page.removeAttribute('data-blank');
    if (next === at) return;
    show(steps[at], false);
    at = next;
    const step = steps[at];
    show(step, true);
    // Answers stay folded until they are asked for.
    for (const details of step?.querySelectorAll('details') ?? []) details.open = false;
    scrollTo({ top: 0, behavior: 'instant' });
    count.textContent = `${at + 1} / ${steps.length}`;
    showInAddress(`${PRESENT_FRAGMENT}${at + 1}`);
    announce(`Step ${at + 1} of ${steps.length}`);
  };

  leave = () => {
    leave = undefined;
    over.abort();
    bar.remove();
    show(steps[at], false);
    page.removeAttribute('data-present');
    page.removeAttribute('data-blank');
    const part = steps[at]?.parentElement?.querySelector('h2');
    showInAddress(part?.id ? `#${part.id}` : location.pathname);
    steps[at]?.scrollIntoView({ block: 'start', behavior: 'instant' });
    document.querySelector<HTMLElement>('[data-tool="present"]')?.focus({ preventScroll: true });
  };

  page.dataset['present'] = '';
  document.querySelector('main')?.append(bar);
  addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { key } = event;
      if (key === 'Escape') {
        leave?.();
        return;
      }
      const target = event.composedPath()[0];
      if (target instanceof Element && target.closest(KEEPS_KEYS)) return;
      const isPress = key === ' ' && target instanceof Element && target.closest('button, summary, a');
      const move = MOVES.get(key);
      if (isPress || (move === undefined && !/^[bB.]$/.test(key))) return;
      event.preventDefault();
      if (move === undefined) page.toggleAttribute('data-blank');
      else go(at + move);
    },
    { signal: over.signal },
  );
  go(first === undefined ? Math.max(0, inView) : first - 1);
}

function show(step: HTMLElement | undefined, isShown: boolean): void {
  step?.toggleAttribute('data-step', isShown);
  step?.parentElement?.toggleAttribute('data-step-part', isShown);
}
