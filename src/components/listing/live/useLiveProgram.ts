import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import {
  bookText,
  type ListingView,
  listingView,
  type NotRun,
  type Prediction,
  SILENT_BROADCAST,
  type TokenLine,
} from '../../../listing/index.ts';
import {
  type Answer,
  type Explanation,
  keptEntry,
  type Literal,
  type LiveClient,
  readKept,
  withNumber,
} from '../../../listing/live/index.ts';
import {
  changeHistory,
  forget,
  onSectionValues,
  type ProgramNumber,
  recall,
  remember,
  sectionValues,
  startHistory,
} from '../../../reader/index.ts';
import { programClient } from '../../../worker/index.ts';
import type { ListingData } from '../listing-data.ts';
import { literalsAfterTurn } from './literals-after-turn.ts';
import { withSectionNumbers } from './with-section-numbers.ts';

/** What went wrong with the reader's text: it is no program, it raised, or it was stopped. */
export interface Trouble {
  /** From 1; undefined where no line is to blame. */
  readonly line: number | undefined;
  /** `ValueError: …`, or what this Python does not offer. */
  readonly message: string;
  /** What was raised, where a program ran and raised. */
  readonly exception?: { readonly type: string; readonly message: string };
  readonly explanation?: Explanation | undefined;
}

/** A program that the reader may change, with what follows from the change. */
export interface LiveProgram {
  /** The reader's text. */
  readonly text: string;
  /** Of the last text that ran. */
  readonly view: ListingView;
  /** The lines that are shown, and the numbers in them; of a text that does not run too. */
  readonly lines: readonly TokenLine[];
  readonly literals: readonly Literal[];
  /** The same numbers as the reader has turned them meanwhile. */
  readonly turned: readonly Literal[];
  readonly isChanged: boolean;
  /** Whether `view` is older than the text: it waits for an answer, or the text does not run. */
  readonly isStale: boolean;
  readonly trouble: Trouble | undefined;
  /** "Stop at silent broadcasting": whether it is on, and whether the last run had nothing to stop at. */
  readonly strict: { readonly isOn: boolean; readonly isClean: boolean };
  readonly setStrict: (isOn: boolean) => void;
  /** Runs the wrong programs of a stop for predictions; undefined where there is no answer, or it comes too late. */
  readonly predict: (marker: string) => Promise<Prediction | undefined>;
  /** How long the last run took, in ms; undefined while the book's program stands as the build ran it. */
  readonly milliseconds: number | undefined;
  /** False where the device keeps nothing: the text is then gone with the page. */
  readonly isKept: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Changes of one gesture, such as a drag, are undone together; it ends with `settle`. */
  readonly change: (text: string, gesture?: string) => void;
  readonly settle: () => void;
  /** Puts another number in the place of one, by its place among `literals`. */
  readonly turn: (index: number, number: string, gesture?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Puts the book's program back; that can be undone. */
  readonly reset: () => void;
  /** Starts what runs programs before it is asked, so that the first answer comes sooner. */
  readonly warm: () => void;
}

/** The last answer, the last of a text that ran, and whether the last was asked to stop at silent broadcasting. */
interface Shown {
  readonly ran?: Answer;
  readonly last?: Answer;
  readonly isStrict?: boolean;
}

/** @param name under which the device keeps the reader's text */
export function useLiveProgram(data: ListingData, name: string): LiveProgram {
  const { source } = data;
  const book = source.text;
  const [history, dispatch] = useReducer(changeHistory<string>, book, startHistory<string>);
  const [shown, setShown] = useState<Shown>({});
  const [isStrict, setStrict] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [isKept, setKept] = useState(true);
  const [ahead, setAhead] = useState<{ readonly text: string; readonly literals: readonly Literal[] }>();
  const client = useClient();
  const text = history.present;
  const latest = useRef({ text, isStrict });

  const run = useCallback(
    async (to: string, strict: boolean) => {
      const reply = await client.current().ask({ source, text: to, strict });
      if (reply.kind === 'overtaken') return;
      setFailure(reply.kind === 'failed' ? reply.message : undefined);
      if (reply.kind !== 'answer') return;
      const { answer } = reply;
      setShown(({ ran }) => ({
        last: answer,
        isStrict: strict,
        ...(answer.run.kind === 'ran' ? { ran: answer } : ran && { ran }),
      }));
    },
    [client, source],
  );

  /** The section's changed numbers, as the program has them. */
  const followed = useRef<readonly ProgramNumber[]>([]);

  // A text is kept before it is run, so that a program that hangs the page is not lost. The section keeps its own numbers.
  useEffect(() => {
    const before = latest.current;
    if (before.text === text && before.isStrict === isStrict) return;
    latest.current = { text, isStrict };
    const { current: numbers } = followed;
    const own = withSectionNumbers(book, { book, literals: data.literals, before: [], numbers });
    if (text === own) forget(name);
    else setKept(remember(name, keptEntry(book, text)));
    void run(text, isStrict);
  }, [text, isStrict, book, name, run, data.literals]);

  useEffect(() => {
    const kept = readKept(book, recall(name) ?? null);
    if (kept !== undefined) dispatch({ type: 'change', to: () => kept.text });
  }, [book, name]);

  // A program that gives a name the section's own numbers follows the reader's: one that was changed otherwise stays.
  useEffect(() => {
    const follow = () => {
      const numbers = sectionValues().programs.get(source.file) ?? [];
      const before = followed.current;
      followed.current = numbers;
      if (before.length + numbers.length === 0) return;
      dispatch({
        type: 'change',
        to: (present) => withSectionNumbers(present, { book, literals: data.literals, before, numbers }),
      });
    };
    follow();
    return onSectionValues(follow);
  }, [book, source.file, data.literals]);

  const view = useMemo(() => {
    const { ran } = shown;
    if (ran === undefined) return listingView(source, data.run, bookText(source, data.lines));
    return listingView(source, ran.run, { text: ran.text, lines: ran.lines, notes: new Map(ran.notes) });
  }, [shown, source, data]);

  const actions = useMemo(
    () => ({
      change: (to: string, gesture?: string) => dispatch({ type: 'change', to: () => to, gesture }),
      settle: () => dispatch({ type: 'settle' }),
      undo: () => dispatch({ type: 'undo' }),
      redo: () => dispatch({ type: 'redo' }),
      reset: () => dispatch({ type: 'change', to: () => book }),
      warm: () => client.current().warm(),
    }),
    [book, client],
  );
  const predict = async (marker: string) => {
    const reply = await client.current().ask({ source, text, predict: marker });
    return reply.kind === 'answer' ? reply.answer.prediction : undefined;
  };
  const { last } = shown;
  const shownText = last?.text ?? book;
  const lines = last?.lines ?? data.lines;
  const literals = last?.literals ?? data.literals;
  const isAhead = ahead?.text === text && ahead.literals.length === literals.length;
  const present = isAhead ? ahead.literals : literals;
  const turn = (index: number, number: string, gesture?: string) => {
    const literal = present[index];
    // Until an answer tells where the numbers of another text are, nothing can be turned.
    if (literal === undefined || (!isAhead && shownText !== text)) return;
    const to = withNumber(text, literal, number);
    setAhead({ text: to, literals: literalsAfterTurn(present, index, number, to.length - text.length) });
    actions.change(to, gesture);
  };
  return {
    text,
    view,
    lines,
    literals,
    turned: present,
    turn,
    isChanged: text !== book,
    isStale: view.text !== text,
    trouble: troubleOf(last, text, failure),
    strict: { isOn: isStrict, isClean: isStrict && shown.isStrict === true && !isSilentBroadcast(last) },
    setStrict,
    predict,
    milliseconds: last?.milliseconds,
    isKept,
    canUndo: history.past.length > 0 || history.gesture !== undefined,
    canRedo: history.future.length > 0,
    ...actions,
  };
}

/** The client is made when it is first needed, and ended with the listing. */
function useClient() {
  const client = useRef<LiveClient>(undefined);
  const current = useCallback(() => {
    client.current ??= programClient();
    return client.current;
  }, []);
  useEffect(() => () => client.current?.stop(), []);
  return useMemo(() => ({ current }), [current]);
}

function troubleOf(last: Answer | undefined, text: string, failure: string | undefined): Trouble | undefined {
  if (failure !== undefined) return { line: undefined, message: failure };
  if (last === undefined || last.text !== text) return undefined;
  const { run, explanation } = last;
  if (run.kind === 'not-run') return { line: run.line, message: notRunText(run) };
  if (run.exception !== null) {
    const { type, message, line } = run.exception;
    return {
      line,
      message: message === '' ? type : `${type}: ${message}`,
      exception: { type, message },
      explanation,
    };
  }
  return run.cut && { line: undefined, message: run.cut.message };
}

function isSilentBroadcast(answer: Answer | undefined): boolean {
  return answer?.run.kind === 'ran' && answer.run.exception?.type === SILENT_BROADCAST;
}

function notRunText({ type, message }: NotRun): string {
  return type === '' ? message : `${type}: ${message}`;
}
