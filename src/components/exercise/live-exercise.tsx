/** Brings an exercise to life: draws what the build drew with the same component, from the same data. */
import { hydrateRoot } from 'react-dom/client';
import { Awake } from '../alive/Awake.tsx';
import { warmExercises } from './ask-exercise.ts';
import { Exercise } from './Exercise.tsx';
import type { ExerciseData, ExerciseSettings } from './exercise-data.ts';
import { keepResult } from './keep-progress.ts';
import type { Outcome } from './useExercise.ts';

/**
 * Resolves once the exercise in `element` can be answered.
 *
 * @throws {Error} where its data cannot be fetched; the exercise is then as it was
 */
export async function bringToLife(element: HTMLElement, settings: ExerciseSettings): Promise<void> {
  const response = await fetch(settings.address);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const data: ExerciseData = await response.json();
  const root = element.querySelector('.exercise-root');
  if (root === null) return;
  element.addEventListener('focusin', warmExercises, { once: true });
  await new Promise<void>((resolve) => {
    hydrateRoot(
      root,
      <Awake onAwake={resolve}>
        <Exercise data={data} settings={settings} onDone={(outcome) => keepOutcome(settings.item, outcome)} />
      </Awake>,
      { identifierPrefix: settings.name },
    );
  });
}

/** Keeps how an exercise was done, and has the page show it. */
function keepOutcome(item: string, { phase, wrongTries, slips }: Outcome): void {
  const solved = wrongTries === 0 ? 'solved-at-once' : 'solved';
  keepResult(item, { stage: phase === 'right' ? solved : 'shown', slips: [...new Set(slips)] });
  void import('./show-progress.ts');
}
