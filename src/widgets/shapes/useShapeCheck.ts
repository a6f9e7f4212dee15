import { useEffect, useRef, useState } from 'react';
import { announce } from '../../reader/index.ts';
import type { KnownName, ShapeCheck } from '../../shapes/index.ts';

/** Typing that rests this long is asked about. */
const PAUSE_MS = 250;

export type Checked = {
  /** The last answer: of an earlier expression while a new one is asked about. */
  readonly check: ShapeCheck;
  readonly isAsking: boolean;
  /** Why nothing can be asked: what runs programs could not be fetched, or failed. */
  readonly trouble: string | undefined;
};

/**
 * Returns both libraries' answers for an expression. The first answer came with the page; what runs Python is fetched when
 * another expression is first asked about.
 *
 * @param say the words for an answer, spoken when it comes
 */
export function useShapeCheck(
  text: string,
  known: readonly KnownName[],
  first: ShapeCheck,
  say: (check: ShapeCheck) => string,
): Checked {
  const [answers, setAnswers] = useState<ReadonlyMap<string, ShapeCheck>>(
    () => new Map([[first.expression, first]]),
  );
  const [trouble, setTrouble] = useState<string>();
  const expression = text.trim();
  const answer = answers.get(expression);
  const last = useRef(first);
  useEffect(() => {
    if (answer !== undefined) last.current = answer;
  }, [answer]);
  useEffect(() => {
    if (answer !== undefined) return;
    let isNewest = true;
    const ask = async () => {
      try {
        const { askShapes } = await import('../../shapes/live/index.ts');
        const check = await askShapes(expression, known);
        if (!isNewest || check === undefined) return;
        setTrouble(undefined);
        setAnswers((before) => new Map(before).set(expression, check));
        announce(() => say(check), 'now');
      } catch (error) {
        if (isNewest) setTrouble(error instanceof Error ? error.message : String(error));
      }
    };
    const pause = setTimeout(ask, PAUSE_MS);
    return () => {
      isNewest = false;
      clearTimeout(pause);
    };
  }, [expression, answer, known, say]);
  return { check: answer ?? last.current, isAsking: answer === undefined && trouble === undefined, trouble };
}
