import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { Assigned } from '../../../listing/live/text/index.ts';
import { announce } from '../../../reader/index.ts';
import { type FigureNumbers, onNumbers } from '../numbers-event.ts';
import type { LiveProgram } from './useLiveProgram.ts';

interface Options {
  readonly root: RefObject<HTMLElement | null>;
  readonly program: LiveProgram;
  readonly file: string;
  /** Whether the numbers are for this program: that of the chosen library. */
  readonly isTaking: boolean;
  /** Takes the reader to a line, or to the program where none has changed. */
  readonly goTo: (line: number | undefined) => void;
}

/** Puts the numbers of a figure into the program. Returns a description of what was changed, until the program changes again. */
export function useFigureNumbers({ root, program, file, isTaking, goTo }: Options): string | undefined {
  const [told, setTold] = useState<{ readonly text: string; readonly sentence: string }>();
  const take = useEffectEvent(async ({ values }: FigureNumbers) => {
    if (!isTaking) return;
    // It brings the parser.
    const { withValues } = await import('../../../listing/live/text/index.ts');
    put(withValues(program.text, values));
  });
  const put = useEffectEvent((assigned: Assigned) => {
    const sentence = sentenceOf(assigned, file);
    program.change(assigned.text);
    setTold({ text: assigned.text, sentence });
    announce(sentence);
    goTo(assigned.line);
  });
  useEffect(() => {
    const listing = root.current?.closest('book-listing');
    if (!listing) return;
    const over = new AbortController();
    onNumbers(listing, (numbers) => void take(numbers), over.signal);
    return () => over.abort();
  }, [root]);
  return told?.text === program.text ? told.sentence : undefined;
}

/** "In vectors.py a and b now have the figure's numbers; Undo takes them back. It assigns nothing to c." */
function sentenceOf({ names, missing, line }: Assigned, file: string): string {
  const lacking = missing.length === 0 ? '' : ` It assigns no numbers to ${joined(missing)}.`;
  if (names.length === 0) return `${file} is as it was.${lacking}`;
  const have = `${joined(names)} ${names.length === 1 ? 'has' : 'have'}`;
  if (line === undefined) return `In ${file} ${have} the figure's numbers already.${lacking}`;
  const now = have.replace(/(has|have)$/, 'now $1');
  return `In ${file} ${now} the figure's numbers; Undo takes them back.${lacking}`;
}

/** "X, W and b". */
function joined(names: readonly string[]): string {
  const [last = '', ...others] = names.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}
