/** The chunks of the standard library's modules: a text needs one only if it imports a module of it. */
import type { Modules } from '../host.ts';

type Fetch = () => Promise<Modules>;

const FETCHES: Readonly<Record<string, Fetch>> = {
  __future__: async () => (await import('./system.ts')).futureModules,
  abc: async () => (await import('./abstract.ts')).abcModules,
  collections: async () => (await import('./collections.ts')).collectionsModules,
  copy: async () => (await import('./copy.ts')).copyModules,
  dataclasses: async () => (await import('./dataclasses.ts')).dataclassesModules,
  functools: async () => (await import('./functools.ts')).functoolsModules,
  itertools: async () => (await import('./itertools.ts')).itertoolsModules,
  operator: async () => (await import('./operator.ts')).operatorModules,
  os: async () => (await import('./system.ts')).osModules,
  pprint: async () => (await import('./pprint.ts')).pprintModules,
  statistics: async () => (await import('./statistics.ts')).statisticsModules,
  string: async () => (await import('./string.ts')).stringModules,
  sys: async () => (await import('./system.ts')).sysModules,
  textwrap: async () => (await import('./string.ts')).textwrapModules,
  time: async () => (await import('./system.ts')).timeModules,
  typing: async () => (await import('./typing.ts')).typingModules,
};

/** Each module with what a text that imports it matches, and how its chunk is fetched. */
export const STANDARD_CHUNKS: readonly (readonly [
  string,
  { readonly words: RegExp; readonly fetch: Fetch },
])[] = Object.entries(FETCHES).map(([name, fetch]) => [
  name,
  { words: new RegExp(`\\b(import|from)\\b([^\\n]|\\\\\\n)*\\b${name}\\b`), fetch },
]);
