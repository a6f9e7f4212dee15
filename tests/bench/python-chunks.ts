/** What the evaluator weighs in a page: the chunks that the site's own bundler makes of it, and who fetches which. */
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

const ENTRY = 'src/python/index.ts';
const LIBRARIES = {
  math: 'src/python/modules/math/index.ts',
  random: 'src/python/modules/random/index.ts',
  matplotlib: 'src/python/modules/matplotlib/index.ts',
  numpy: 'src/python/modules/numpy/index.ts',
  'numpy.random': 'src/python/modules/numpy/random/index.ts',
  'numpy.decompositions': 'src/python/modules/numpy/decompositions/index.ts',
  torch: 'src/python/modules/torch/index.ts',
  'torch.optim': 'src/python/modules/torch/optim/index.ts',
  'torch.utils': 'src/python/modules/torch/utils/index.ts',
  'torch.layers': 'src/python/modules/torch/layers/index.ts',
} as const;

/** Programs by what they import. A page fetches the same for all programs of a kind. */
export const PROGRAMS = {
  'Python alone': [],
  'Python with math': ['math'],
  'Python with random': ['random'],
  'Python with matplotlib': ['matplotlib'],
  NumPy: ['numpy'],
  'NumPy with random numbers': ['numpy', 'numpy.random'],
  'NumPy with decompositions': ['numpy', 'numpy.decompositions'],
  PyTorch: ['torch'],
  'PyTorch with optimisers': ['torch', 'torch.optim'],
  'PyTorch with data loaders': ['torch', 'torch.utils'],
  'PyTorch with further layers': ['torch', 'torch.layers'],
  'NumPy and PyTorch': ['numpy', 'torch'],
} as const satisfies Readonly<Record<string, readonly (keyof typeof LIBRARIES)[]>>;
export type Program = keyof typeof PROGRAMS;

/** Bytes. */
export type Size = { readonly minified: number; readonly gzipped: number };

/** What a page fetches to run a program of each kind. */
export async function programSizes(): Promise<Readonly<Record<Program, Size>>> {
  const chunks = await bundle();
  const sizeOf = (libraries: readonly (keyof typeof LIBRARIES)[]): Size => {
    const entries = [ENTRY, ...libraries.map((name) => LIBRARIES[name])];
    const fetched = new Set(entries.flatMap((entry) => fetchedWith(chunkOf(entry, chunks), chunks)));
    return [...fetched].map(sizeOfChunk).reduce((a, b) => ({
      minified: a.minified + b.minified,
      gzipped: a.gzipped + b.gzipped,
    }));
  };
  const sizes = Object.entries(PROGRAMS).map(([program, libraries]) => [program, sizeOf(libraries)]);
  return Object.fromEntries(sizes) as Record<Program, Size>;
}

/** The chunks of a page that runs programs: what it has loaded may serve what it fetches later. */
async function bundle(): Promise<Rolldown.OutputChunk[]> {
  const made = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: ENTRY, preserveEntrySignatures: 'allow-extension' },
    },
  })) as Rolldown.RolldownOutput;
  return made.output.filter((each) => each.type === 'chunk');
}

function chunkOf(entry: string, chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk {
  // A library that a later part of it is bundled on is no chunk of its own name.
  const found =
    chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${entry}`)) ??
    chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${entry}`)));
  if (found === undefined) throw new Error(`the bundler made no chunk of ${entry}`);
  return found;
}

/** A chunk and all that it imports before it runs. */
function fetchedWith(
  chunk: Rolldown.OutputChunk,
  chunks: readonly Rolldown.OutputChunk[],
  met = new Set<Rolldown.OutputChunk>(),
): Rolldown.OutputChunk[] {
  if (!met.has(chunk)) {
    met.add(chunk);
    for (const each of chunks) if (chunk.imports.includes(each.fileName)) fetchedWith(each, chunks, met);
  }
  return [...met];
}

function sizeOfChunk({ code }: Rolldown.OutputChunk): Size {
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).length };
}
