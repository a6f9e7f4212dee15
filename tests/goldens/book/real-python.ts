/** The real Python that recordings are made with: `PYTHON` names it, `python3` unless set. */
import { spawnSync } from 'node:child_process';

/** Versions by the names that recordings use. */
export type Versions = Readonly<Partial<Record<'python' | 'numpy' | 'torch', string>>>;

/** What the recordings of the book were made with: other versions print some last digits and messages differently. */
export const WANTED = { python: '3.13', numpy: '2.2.4', torch: '2.6.0' } as const;

/** Recording cannot go on; the message says why and what to do. */
export class RecordingFailure extends Error {}

const interpreter = () => process.env['PYTHON'] ?? 'python3';

const VERSIONS = `
import importlib, json, platform
found = {"python": platform.python_version()}
for name in ("numpy", "torch"):
    try:
        found[name] = importlib.import_module(name).__version__
    except ImportError:
        pass
print(json.dumps(found))
`;

/**
 * Returns what a Python program prints that is given `input` on standard input. The program is an argument, so that a Python in
 * a container needs no access to this folder.
 * @throws {RecordingFailure} where Python does not start or the program fails
 */
export function runPython(program: string, input = ''): string {
  const run = spawnSync(interpreter(), ['-c', program], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
    // One thread and no vector instructions: with either, sums are added in another order.
    env: { ...process.env, OMP_NUM_THREADS: '1', ATEN_CPU_CAPABILITY: 'default' },
  });
  if (run.error)
    throw new RecordingFailure(`Could not start ${interpreter()}: ${run.error.message}.\n${WANT}`);
  if (run.status !== 0) throw new RecordingFailure(`${interpreter()} failed:\n${run.stderr.trim()}`);
  return run.stdout;
}

const WANT = `Recording needs Python ${WANTED.python} with NumPy ${WANTED.numpy} and PyTorch ${WANTED.torch}. Set PYTHON to one: PYTHON=/path/to/python3 npm run record.`;

/**
 * Returns the interpreter's versions.
 * @throws {RecordingFailure} where it does not start
 */
export const foundVersions = (): Versions => JSON.parse(runPython(VERSIONS));

/** Returns what is to be said of an interpreter's versions: `missing` stops the recording, `differing` does not; neither if they are those wanted. */
export function judgeVersions(found: Versions): { missing?: string; differing?: string } {
  const missing = [found.numpy ?? 'NumPy', found.torch ?? 'PyTorch'].filter((name) => /^[NP]/.test(name));
  if (missing.length > 0)
    return { missing: `${interpreter()} (Python ${found.python}) has no ${missing.join(' and no ')}. ${WANT}` };
  const same = (['python', 'numpy', 'torch'] as const).every((name) =>
    `${found[name]}.`.replace('+', '.').startsWith(`${WANTED[name]}.`),
  );
  if (same) return {};
  return {
    differing: `This is Python ${found.python} with NumPy ${found.numpy} and PyTorch ${found.torch}; the book's recordings are of ${WANTED.python}, ${WANTED.numpy} and ${WANTED.torch}. Last digits and messages may differ: look at what changed.`,
  };
}
