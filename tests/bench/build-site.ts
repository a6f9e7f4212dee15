/** Builds an Astro project and says what that took. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { programsOf } from '../../src/build/launcher/tasks.mjs';

export type BuildCost = { readonly seconds: number; readonly peakBytes: number };

const LOOK_EVERY_MS = 50;

/** How this project builds, and how any other that Astro builds. */
const BUILDS = {
  book: programsOf('build').flatMap(({ program }) => program.args),
  plain: ['node_modules/astro/bin/astro.mjs', 'build'],
} as const;

/**
 * Builds the project in the folder `root`. The memory is the most that its process held at any time, as Linux counts it in
 * `/proc`; NaN elsewhere. The time a process takes to end is in the seconds.
 *
 * @throws where the build fails, with what it said
 */
export async function buildSite(root: string, how: keyof typeof BUILDS): Promise<BuildCost> {
  const start = performance.now();
  const args = BUILDS[how].map((arg) => (arg.startsWith('node_modules/') ? resolve(arg) : arg));
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data));
  let peakBytes = Number.NaN;
  const look = setInterval(() => {
    peakBytes = highWater(child.pid ?? 0) || peakBytes;
  }, LOOK_EVERY_MS);
  const status = await new Promise<number | null>((done, failed) =>
    child.once('error', failed).once('close', done),
  );
  clearInterval(look);
  if (status !== 0) throw new Error(`The build of ${root} failed:\n${Buffer.concat(said).toString()}`);
  return { seconds: (performance.now() - start) / 1000, peakBytes };
}

/** The most memory that a process has held so far, as the system itself keeps it. */
function highWater(pid: number): number {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return 1024 * Number(kibibytes);
  } catch {
    return Number.NaN;
  }
}
