/** What only the build does with listings: reading, checking, highlighting with Shiki, notebooks. */
export { checkListing } from '../check/check-listing.ts';
export { checkNames, type Figures, figuresOf } from '../check/check-names.ts';
export { type FaultEndings, runFault } from '../fault/check-fault.ts';
export { type FaultSource, readFault } from '../fault/fault-source.ts';
export { bookTokens } from '../highlight/shiki-kinds.ts';
export { explainError } from '../live/explain-error.ts';
export { literalsOf } from '../live/literals.ts';
export { notebookOf, notesMarkdown } from '../notebook/notebook.ts';
export { bookSlots } from '../run/book-slots.ts';
export { prepareAll, runListing } from '../run/index.ts';
export { type AuthorFile, plainText } from '../source/author-file.ts';
export { withoutMarkers } from '../source/markers.ts';
export { type NotePiece, notePieces } from '../source/note-slots.ts';
export {
  type AuthoredListing,
  type NoteCompiler,
  readListing,
  withoutParagraph,
} from '../source/read-listing.ts';
export { type Reference, type ReferenceEntry, readReference } from '../source/reference.ts';
export { referenceTemplate } from '../source/reference-template.ts';
