/** How the editor looks: the page's own colours and faces, whose custom properties reach into the shadow root. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent', fontSize: 'inherit' },
  // The page rings the whole editor: see `live.css`.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--code)', lineHeight: '1.7' },
  '.cm-content': { padding: 'var(--s2) 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 var(--s4) 0 var(--s3)' },
  '.cm-activeLine': { backgroundColor: 'var(--wash)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--soft)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.4rem', paddingInlineEnd: 'var(--s2)' },
  '.cm-tooltip': {
    maxWidth: 'min(32rem, 90vw)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    font: '400 0.8125rem / 1.5 var(--ui)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--code)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--wash)',
    color: 'var(--ink)',
    outline: '2px solid var(--link)',
    outlineOffset: '-2px',
  },
  '.cm-completionDetail': { color: 'var(--soft)', fontStyle: 'normal' },
  '.told': { padding: 'var(--s2) var(--s3)', whiteSpace: 'pre-wrap', fontFamily: 'var(--code)' },
  '.q-x': { color: 'var(--x)' },
  '.q-w': { color: 'var(--w)' },
  '.q-b': { color: 'var(--b)' },
  '.q-z': { color: 'var(--z)' },
  '.q-a': { color: 'var(--a)' },
  '.cm-diagnostic': { fontFamily: 'var(--ui)' },
  // Its own wave is a picture in a `data:` address, which the policy refuses.
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy', paddingBottom: '0' },
});

/** The kinds of token that the page tells apart: see `code.css`. */
const kinds = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword],
    fontWeight: '650',
  },
  { tag: tags.string, color: 'color-mix(in srgb, var(--ink) 72%, var(--b))' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
]);

export const looks = [theme, syntaxHighlighting(kinds)];
