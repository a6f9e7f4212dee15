/** What a reader sees of a program. */
export { highlightPython } from './highlight.ts';
export { withoutMarkers } from './markers.ts';
