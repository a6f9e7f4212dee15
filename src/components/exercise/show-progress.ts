/** Shows in the contents what was done of each part, and at the end what to come back to. */
import { isMissed, isSolved, type Progress, type Stage } from '../../exercise/progress/index.ts';
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
}

const exercises: readonly Listed[] = [...document.querySelectorAll<HTMLElement>('book-exercise')].map(
  (element) => {
    const settings: ExerciseSettings = JSON.parse(element.dataset['settings'] ?? '{}');
    return {
      element,
      item: settings.item,
      href: `#exercise-${settings.name}`,
      title: element.querySelector('.exercise-title')?.textContent ?? settings.name,
    };
  },
);

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
    ...missed.map(({ item, href, title }) => {
      const entry = document.createElement('li');
      const link = document.createElement('a');
      link.href = href;
      link.textContent = title;
      entry.append(link, `, ${STAGE_WORDS[progress.get(item)?.stage ?? 'tried']}`);
      return entry;
    }),
  );
  box.replaceChildren(sum, ...(missed.length === 0 ? [] : [list]));
}

const box = document.querySelector('book-progress');
const missed = document.createElement('div');
if (box !== null) box.replaceChildren(missed, new ProgressTools().element);

followProgress((progress) => {
  markContents(progress);
  if (box !== null) listMissed(missed, progress);
});
