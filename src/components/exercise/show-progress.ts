/** Shows in the contents what was done of each part, and at the end what to come back to. */
import { isMissed, isSolved, type Progress, type Stage } from '../../exercise/progress/index.ts';
import { whenNear } from '../alive/when-near.ts';
import type { ExerciseSettings } from './exercise-data.ts';
import { followProgress } from './keep-progress.ts';
import { ProgressTools } from './progress-tools.ts';

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  tried: 'tried',
  shown: 'solution shown',
  solved: 'solved at the second try',
  'solved-at-once': 'solved',
};

/** An exercise of this page. */
interface Listed {
  readonly element: Element;
  readonly item: string;
  readonly href: string;
  readonly title: string;
  /** Where its texts are. */
  readonly address: string;
  /** The part of the section that it stands in. */
  readonly part: { readonly href: string; readonly title: string } | undefined;
}

const exercises: readonly Listed[] = [...document.querySelectorAll<HTMLElement>('book-exercise')].map(
  (element) => {
    const settings: ExerciseSettings = JSON.parse(element.dataset['settings'] ?? '{}');
    return {
      element,
      item: settings.item,
      href: `#exercise-${settings.name}`,
      title: element.querySelector('.exercise-title')?.textContent ?? settings.name,
      address: settings.address,
      part: partOf(element),
    };
  },
);

function partOf(element: Element): Listed['part'] {
  const heading = element.closest('.part')?.querySelector('h2');
  if (!heading?.id) return undefined;
  const link = document.querySelector(`[data-contents] a[href="#${CSS.escape(heading.id)}"]`);
  return { href: `#${heading.id}`, title: (link ?? heading).textContent.trim() };
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

function markContents(progress: Progress): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')) {
    const part = document.getElementById(link.hash.slice(1))?.closest('.part');
    const inside = exercises.filter(({ element }) => part?.contains(element));
    const solved = inside.filter(({ item }) => isSolved(progress.get(item))).length;
    const known = link.parentElement?.querySelector('.contents-done');
    known?.remove();
    if (solved === 0) continue;
    const mark = document.createElement('span');
    mark.className = 'contents-done';
    mark.textContent = `${solved} of ${inside.length} solved`;
    link.after(mark);
  }
}

function listMissed(box: Element, progress: Progress): void {
  const missed = exercises.filter(({ item }) => isMissed(progress.get(item)));
  const solved = exercises.filter(({ item }) => isSolved(progress.get(item))).length;
  const sum = document.createElement('p');
  const rest = missed.length === 0 ? '' : ' Worth coming back to:';
  sum.textContent = `${solved} of ${exercises.length} exercises solved.${rest}`;
  const list = document.createElement('ul');
  list.append(
    ...missed.map(({ item, href, title, part, address }) => {
      const entry = document.createElement('li');
      const { stage, slips } = progress.get(item) ?? { stage: 'tried', slips: [] };
      entry.append(linkTo(href, title), `, ${STAGE_WORDS[stage]}`);
      if (part !== undefined) entry.append(', in ', linkTo(part.href, part.title));
      if (slips.length > 0) void addWords(entry, address, slips);
      return entry;
    }),
  );
  box.replaceChildren(sum, ...(missed.length === 0 ? [] : [list]));
}

/** Adds what the exercise says to each misconception. Where its texts cannot be fetched, the links are enough. */
async function addWords(entry: Element, address: string, slips: readonly string[]): Promise<void> {
  try {
    const { showSlipWords } = await import('./slip-words.tsx');
    const list = document.createElement('ul');
    list.className = 'missed-words';
    entry.append(list);
    await showSlipWords(list, address, slips);
  } catch (error) {
    console.warn('The words of an exercise could not be fetched.', error);
  }
}

const box = document.querySelector('book-progress');
const missed = document.createElement('div');
if (box !== null) box.replaceChildren(missed, new ProgressTools().element);

followProgress(markContents);
if (box !== null) {
  // The list is filled when the reader comes near the end: it fetches what exercises say.
  const isNear = new AbortController();
  const list = () => {
    isNear.abort();
    followProgress((progress) => listMissed(missed, progress));
  };
  whenNear(box, list, isNear.signal);
  box.addEventListener('focusin', list, { signal: isNear.signal });
  box.addEventListener('pointerdown', list, { signal: isNear.signal });
}
