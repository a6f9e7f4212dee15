/**
 * The editor of a program: CodeMirror with the parts that a short program needs. It lives in a shadow root, because it makes
 * its styles at run time: there they are constructed sheets, which the site's policy allows.
 */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { completeFrom } from './complete.ts';
import { hoverFrom } from './hover.ts';
import { hues, showTokens } from './hues.ts';
import type { ProgramKnowledge } from './knowledge.ts';
import { looks } from './looks.ts';
import { typeOverSelection } from './type-over-selection.ts';

// The browser's own edit context makes the page jump when text is pasted, and doubles letters of phones' keyboards.
Reflect.set(EditorView, 'EDIT_CONTEXT', false);

export interface EditorOptions {
  readonly host: HTMLElement;
  /** `vectors.py`. */
  readonly file: string;
  readonly text: string;
  /** The line that has the cursor at first, from 1. */
  readonly line: number | undefined;
  /** What completion and hover tell; asked each time, as it changes with each run. */
  readonly knowledge: () => ProgramKnowledge;
  readonly onChange: (text: string) => void;
  readonly onLine: (line: number) => void;
}

/** A place in the text where something went wrong. */
export interface Problem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** What the page does with an editor. */
export interface ProgramEditor {
  /** Puts another text in its place, as Undo and Reset do; the reader's cursor stays where it can. */
  readonly setText: (text: string) => void;
  readonly setProblems: (problems: readonly Problem[]) => void;
  /** Gives variables the hues of the quantities that they hold. */
  readonly setTokens: typeof showTokens extends (view: EditorView, ...rest: infer R) => void
    ? (...rest: R) => void
    : never;
  readonly focus: () => void;
  readonly destroy: () => void;
}

const HINT_ID = 'hint';

export function createEditor(options: EditorOptions): ProgramEditor {
  const { host, file, text, line, onChange, onLine } = options;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const hint = document.createElement('p');
  hint.id = HINT_ID;
  hint.part.add('hint');
  hint.textContent = 'Tab indents. Escape, then Tab leaves the editor.';
  const view = new EditorView({
    root,
    state: EditorState.create({ doc: text, extensions: extensions(options) }),
  });
  root.replaceChildren(view.dom, hint);
  if (line !== undefined && line <= view.state.doc.lines)
    view.dispatch({ selection: { anchor: view.state.doc.line(line).to } });

  function extensions({ knowledge }: EditorOptions) {
    return [
      lineNumbers(),
      history(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      typeOverSelection,
      highlightActiveLine(),
      EditorView.lineWrapping,
      indentUnit.of('    '),
      EditorState.tabSize.of(4),
      python(),
      autocompletion({ override: [completeFrom(knowledge)], icons: false }),
      hoverFrom(knowledge),
      hues,
      looks,
      keymap.of([
        ...closeBracketsKeymap,
        ...defaultKeymap,
        ...historyKeymap,
        ...completionKeymap,
        indentWithTab,
      ]),
      EditorView.contentAttributes.of({
        'aria-label': `Program ${file}`,
        'aria-describedby': HINT_ID,
        autocapitalize: 'off',
        autocorrect: 'off',
        spellcheck: 'false',
      }),
      EditorView.updateListener.of(({ docChanged, selectionSet, state, transactions }) => {
        const isOwn = transactions.some((one) => one.annotation(Transaction.remote));
        if (docChanged && !isOwn) onChange(state.doc.toString());
        if (docChanged || selectionSet) onLine(state.doc.lineAt(state.selection.main.head).number);
      }),
    ];
  }

  return {
    setText: (to) => {
      const from = view.state.doc.toString();
      if (to === from) return;
      view.dispatch({ changes: changeBetween(from, to), annotations: Transaction.remote.of(true) });
    },
    setProblems: (problems) => {
      const { doc } = view.state;
      const marks = problems
        .filter((problem) => problem.line >= 1 && problem.line <= doc.lines)
        .map((problem) => {
          const { from, to, text: content } = doc.line(problem.line);
          const start = from + content.length - content.trimStart().length;
          return { from: Math.min(start, to), to, severity: 'error' as const, message: problem.message };
        });
      view.dispatch(setDiagnostics(view.state, marks));
    },
    setTokens: (lines) => showTokens(view, lines),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** Returns the smallest single change that makes one text of another: what lies outside of it keeps cursor and marks. */
function changeBetween(from: string, to: string): { from: number; to: number; insert: string } {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < most - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  return { from: start, to: from.length - end, insert: to.slice(start, to.length - end) };
}
