/** The hues of variables in the editor, as the page has them: from the tokens of the last run, moved along with edits. */
import { type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { TokenLine } from '../../listing/index.ts';

const setHues = StateEffect.define<DecorationSet>();

export const hues = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { changes, effects }) => {
    const given = effects.find((effect) => effect.is(setHues));
    return given ? given.value : marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Does nothing where the text has changed since the tokens were made. */
export function showTokens(view: EditorView, lines: readonly TokenLine[]): void {
  const text = lines.map((tokens) => tokens.map((token) => token.text).join('')).join('\n');
  if (view.state.doc.toString().trimEnd() !== text.trimEnd()) return;
  const marks: Range<Decoration>[] = [];
  let at = 0;
  for (const tokens of lines) {
    for (const { text: token, hue } of tokens) {
      if (hue !== undefined && token !== '')
        marks.push(Decoration.mark({ class: `q-${hue}` }).range(at, at + token.length));
      at += token.length;
    }
    at += 1;
  }
  view.dispatch({ effects: setHues.of(Decoration.set(marks)) });
}
