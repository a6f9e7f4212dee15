import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ProgramEditor } from '../../editor/create-editor.ts';
import type { ProgramKnowledge } from '../../editor/knowledge.ts';
import type { LiveProgram } from './useLiveProgram.ts';

interface Props {
  readonly file: string;
  readonly program: LiveProgram;
  /** The line that has the cursor at first. */
  readonly line: number | undefined;
  /** Whether the reader has asked for it: it then takes the focus once it is there. */
  readonly takesFocus: boolean;
  readonly knowledge: ProgramKnowledge;
  readonly onLine: (line: number) => void;
}

/** A pause in typing after which the text is run. */
const PAUSE_MS = 150;

/** The program as a text that can be written in. What makes the editor is fetched when it is first wanted. */
export function Editor({ file, program, line, takesFocus, knowledge, onLine }: Props): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<ProgramEditor>();
  const [tries, setTries] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  /** The text that came from the editor last: it is not put back, as the reader may have gone on. */
  const sent = useRef(program.text);
  const typed = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { text, trouble, view, isStale } = program;

  const change = useEffectEvent((to: string) => {
    clearTimeout(typed.current);
    typed.current = setTimeout(() => {
      sent.current = to;
      program.change(to);
    }, PAUSE_MS);
  });
  const reach = useEffectEvent(onLine);
  const know = useEffectEvent(() => knowledge);
  const start = useEffectEvent((create: typeof import('../../editor/create-editor.ts').createEditor) => {
    if (host.current === null) return undefined;
    const created = create({
      host: host.current,
      file,
      text,
      line,
      knowledge: () => know(),
      onChange: (to) => change(to),
      onLine: (at) => reach(at),
    });
    if (takesFocus) created.focus();
    return created;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a failed fetch is tried again.
  useEffect(() => {
    let created: ProgramEditor | undefined;
    let isOver = false;
    setFailed(false);
    import('../../editor/create-editor.ts').then(
      ({ createEditor }) => {
        if (isOver) return;
        created = start(createEditor);
        setEditor(created);
      },
      () => setFailed(true),
    );
    return () => {
      isOver = true;
      clearTimeout(typed.current);
      created?.destroy();
    };
  }, [tries]);

  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    editor?.setText(text);
  }, [editor, text]);
  useEffect(() => {
    if (!isStale) editor?.setTokens(view.lines);
  }, [editor, view, isStale]);
  useEffect(() => {
    const { line: at, message = '' } = trouble ?? {};
    editor?.setProblems(at === undefined ? [] : [{ line: at, message }]);
  }, [editor, trouble]);

  return (
    <>
      <div className="editor" ref={host} />
      {hasFailed && (
        <p role="alert" className="listing-failed">
          The editor could not be fetched.{' '}
          <button type="button" className="button" onClick={() => setTries((count) => count + 1)}>
            Try again
          </button>
        </p>
      )}
    </>
  );
}
