/** Reads the faults of a section, runs each with its repair, and gives what its page shows; each once a build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Section } from '../../book/index.ts';
import { AuthorError, suggestion } from '../../diagnostics/index.ts';
import {
  bookTokens,
  type FaultEndings,
  type FaultSource,
  prepareAll,
  readFault,
  runFault,
} from '../../listing/build/index.ts';
import type { TokenLine } from '../../listing/index.ts';

// Programs run without waiting.
await prepareAll();

/** Everything that a page shows of a fault. */
export interface LoadedFault {
  /** `inner_sizes_torch.py`. */
  readonly name: string;
  readonly source: FaultSource;
  readonly endings: FaultEndings;
  readonly lines: readonly TokenLine[];
  /** What the repair writes in place of each changed line. */
  readonly repairs: readonly { readonly line: number; readonly tokens: TokenLine }[];
}

/** Returns the faults of a section by their file names, sorted. */
export function faultsOf(section: Section): string[] {
  const folder = join(section.folder, 'faults');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.py'))
        .sort()
    : [];
}

const known = new Map<string, { readonly text: string; readonly loaded: LoadedFault }>();

/** @throws {AuthorError} for a program that is not there, and for whatever is wrong with it */
export function loadFault(section: Section, name: string): LoadedFault {
  const path = join(section.folder, 'faults', name);
  if (!existsSync(path))
    throw new AuthorError(
      { file: section.file, line: 1, column: 1 },
      `No program "${name}" in the faults folder. ${suggestion(name, faultsOf(section))}`,
    );
  const text = readFileSync(path, 'utf8');
  const cached = known.get(path);
  if (cached?.text === text) return cached.loaded;
  const loaded = load(name, { file: `${section.file.replace(/[^/]*$/, '')}faults/${name}`, text });
  known.set(path, { text, loaded });
  return loaded;
}

function load(name: string, file: Parameters<typeof readFault>[0]): LoadedFault {
  const source = readFault(file);
  const repaired = bookTokens(source.repaired, new Map());
  return {
    name,
    source,
    endings: runFault(source),
    lines: bookTokens(source.text, new Map()),
    repairs: source.changed.map((line) => ({ line, tokens: repaired[line - 1] ?? [] })),
  };
}
