import { EditorView } from '@codemirror/view';

/**
 * Puts what is typed over a selection into the editor's own text. Left alone, Chromium replaces the selected elements and
 * keeps their looks by style attributes, which the page's policy refuses and reports, though CodeMirror removes them at once.
 */
export const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const { inputType, data } = event;
    if (inputType !== 'insertText' || data === null || empty || view.composing) return false;
    event.preventDefault();
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    // Brackets that close themselves are such a handler.
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert());
    return true;
  },
});
