import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Runs a program with its output shown; whether it succeeded. */
export function run(command: string, ...args: string[]): boolean {
  console.error(`  ${[command, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

/** Installs packages where that needs no password: on Debian and its kin, as root. */
export function installWithApt(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  return (
    run('apt-get', 'update', '-qq') &&
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages)
  );
}
