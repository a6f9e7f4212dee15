/** Search: what can be found, and the engine that finds it. */
export { buildIndex, openIndex, type SearchIndex, type SearchResult, words } from './engine.ts';
export type { EntryKind, SearchEntry } from './entry.ts';
