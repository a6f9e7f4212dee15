/** Prints the scores by file as Markdown and writes them, with every mutant that no test notices, into a report. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { schema } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import type { Reporter } from '@stryker-mutator/api/report';
import { table } from '../bench/table.ts';
import { equivalents } from './equivalent.ts';

const folder = 'reports/mutation';
const report = `${folder}/survivors.md`;

type Mutant = schema.MutantResult & {
  /** Below src/tensor. */
  readonly path: string;
  /** What it replaces and by what, on one line. */
  readonly change: string;
  readonly reason: string | undefined;
};

const isAlive = ({ status }: Mutant) => status === 'Survived' || status === 'NoCoverage';
const oneLine = (code: string) => code.replace(/\s+/g, ' ').trim();

function read(path: string, source: string, mutant: schema.MutantResult): Mutant {
  const { start, end } = mutant.location;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines.push(lines.pop()?.slice(0, end.column - 1) ?? '');
  const original = lines.join('\n').slice(start.column - 1);
  const change = `${oneLine(original)} → ${oneLine(mutant.replacement ?? '')}`;
  const reason = equivalents.find(({ mutants }) => mutants[path]?.includes(change))?.reason;
  return { ...mutant, path, change, reason };
}

/** One row: the score counts what was killed or timed out among all that ran, explained or not. */
function row(name: string, mutants: readonly Mutant[]): string[] {
  const count = (status: string) => mutants.filter((mutant) => mutant.status === status).length;
  const alive = mutants.filter(isAlive);
  const detected = count('Killed') + count('Timeout');
  const all = detected + alive.length;
  const score = all === 0 ? '–' : `${((100 * detected) / all).toFixed(1)} %`;
  const explained = alive.filter(({ reason }) => reason !== undefined).length;
  const counts = [count('Killed'), count('Timeout'), alive.length, explained, count('RuntimeError')];
  return [name, score, ...counts.map(String)];
}

function scores(mutants: readonly Mutant[]): string {
  const folders = Map.groupBy(mutants, ({ path }) => posix.dirname(path));
  const rows = [...folders].sort().flatMap(([within, inside]) => {
    const files = Map.groupBy(inside, ({ path }) => posix.basename(path));
    return [
      row(`**${posix.join('src/tensor', within)}**`, inside),
      ...[...files].sort().map((file) => row(...file)),
    ];
  });
  const head = ['file', 'score', 'killed', 'timed out', 'survived', 'of them explained', 'not loaded'];
  return table(head, [row('**all**', mutants), ...rows]);
}

function survivors(mutants: readonly Mutant[]): string {
  const list = (each: readonly Mutant[]) =>
    each.map(({ path, location, change }) => `- ${path}:${location.start.line} \`${change}\``).join('\n');
  const alive = mutants.filter(isAlive);
  const reasons = Map.groupBy(alive, ({ reason }) => reason ?? 'Not explained');
  return [...reasons].map(([reason, alike]) => `## ${reason}\n\n${list(alike)}\n`).join('\n');
}

/** What is explained of the files measured, though a test notices it or the code is gone. */
function outdated(mutants: readonly Mutant[]): string[] {
  const measured = new Set(mutants.map(({ path }) => path));
  const alive = new Set(mutants.filter(isAlive).map(({ path, change }) => `${path}: ${change}`));
  return equivalents
    .flatMap((each) => Object.entries(each.mutants))
    .filter(([path]) => measured.has(path))
    .flatMap(([path, changes]) => changes.map((change) => `${path}: ${change}`))
    .filter((explained) => !alive.has(explained));
}

class MarkdownReporter implements Reporter {
  onMutationTestReportReady({ files }: Readonly<schema.MutationTestResult>): void {
    const mutants = Object.entries(files).flatMap(([path, { source, mutants: inFile }]) =>
      inFile.map((mutant) => read(posix.relative('src/tensor', path), source, mutant)),
    );
    const summary = scores(mutants);
    mkdirSync(folder, { recursive: true });
    writeFileSync(report, `# Mutation testing\n\n${summary}\n${survivors(mutants)}`);
    process.stdout.write(`\n${summary}\nWhat survived, and why it may: ${report}\n`);
    for (const each of outdated(mutants)) process.stdout.write(`Explained, but does not survive: ${each}\n`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'markdown', MarkdownReporter)];
