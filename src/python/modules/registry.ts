/** The modules that a program can import. Each library is a chunk of its own, fetched once a program names it. */
import type { ModuleFactory, Modules } from './host.ts';

/** A library, or a part of one, and the words of which a text that uses it has every one. */
type Library = { readonly words: readonly RegExp[]; readonly fetch: () => Promise<Modules> };

const LIBRARIES: Readonly<Record<string, Library>> = {
  math: { words: [/\bmath\b/], fetch: async () => (await import('./math/index.ts')).mathModules },
  numpy: { words: [/numpy|__array__/], fetch: async () => (await import('./numpy/index.ts')).numpyModules },
  'numpy.random': {
    words: [/numpy/, /random/],
    fetch: async () => (await import('./numpy/random/index.ts')).numpyRandomModules,
  },
  torch: { words: [/torch/], fetch: async () => (await import('./torch/index.ts')).torchModules },
};

const factories = new Map<string, ModuleFactory>();

/** What makes the module of that dotted name; undefined where there is none. */
export const moduleFactory = (name: string): ModuleFactory | undefined => factories.get(name);

/** The libraries that a text names and that are still to be fetched. */
const missing = (text: string): string[] =>
  Object.keys(LIBRARIES).filter(
    (name) => !factories.has(name) && LIBRARIES[name]?.words.every((word) => word.test(text)),
  );

/** Fetches the libraries that the text of a program names; to be awaited before the text is run. */
export async function prepare(text: string): Promise<void> {
  const fetched = await Promise.all(missing(text).map((name) => LIBRARIES[name]?.fetch()));
  for (const modules of fetched) for (const [name, factory] of modules ?? []) factories.set(name, factory);
}

/** Fetches every library, for the build and for tests, whose programs then run without waiting. */
export async function prepareAll(): Promise<void> {
  await prepare(Object.keys(LIBRARIES).join(' '));
}

/** @throws {Error} where `text` names a library that `prepare` has not fetched: a mistake of who runs it. */
export function requirePrepared(text: string): void {
  const [name] = missing(text);
  if (name !== undefined)
    throw new Error(`${name} has not been fetched: await prepare(text) before running the text`);
}
