/** The book's Markdown: what an author may write, how it is checked, and what it becomes. */
export { AuthorError } from '../diagnostics/index.ts';
export { CALLOUT_NAMES } from './callout-names.ts';
export { sectionClaims } from './claims.ts';
export { componentReference } from './component-reference.ts';
export { type ComponentName, components } from './components.ts';
export { readGlossary } from './glossary/read-glossary.ts';
export { TERMS_PAGE } from './glossary/remark-terms.ts';
export { termEntries } from './glossary/term-entries.ts';
export { faultId } from './ids.ts';
export { noteTemplate, plainMarkdown } from './note.ts';
export { markdownOptions } from './options.ts';
export { sectionAdjustable } from './page-context.ts';
export type { ListingUse, WidgetUse } from './remark-element-slots.ts';
export { sectionSlots } from './section-slots.ts';
export { fillTwin, type TwinPart } from './twin/twin-parts.ts';
