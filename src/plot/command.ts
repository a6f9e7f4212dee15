/**
 * The command `py`: runs a Python file, or standard input for `-`, and prints exactly what Python prints. With
 * `--trace OUT.json` it also writes what happened line by line, in the format of the recorded truth; with `--figures DIR`
 * the figures that the program drew, as SVG files. `--seed N` is the seed of the run.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type FigureData, prepare, runProgram, toRecording } from '../python/index.ts';
import { describeFigure, figureSvg } from './index.ts';

const USAGE = 'usage: npm run --silent py -- FILE.py|- [--trace OUT.json] [--figures DIR] [--seed N]';

/** Returns the command's file and options; undefined where they make no sense. */
function readArguments(args: readonly string[]) {
  try {
    const string = { type: 'string' } as const;
    const options = { trace: string, figures: string, seed: string };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    const seed = Number(values.seed ?? 0);
    if (file === undefined || more.length > 0 || !Number.isSafeInteger(seed)) return undefined;
    return { file, seed, traceTo: values.trace, figuresTo: values.figures };
  } catch {
    // An option that there is not, or one without its value.
    return undefined;
  }
}

/** Says on standard error what was drawn, and writes each figure as `figure-1.svg`, … where a folder was named. */
function reportFigures(figures: readonly FigureData[], folder: string | undefined): void {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  for (const [i, figure] of figures.entries()) {
    const lines = describeFigure(figure).map((line, at) => (at === 0 ? line : `  ${line}`));
    process.stderr.write(`${lines.join('\n')}\n`);
    if (folder === undefined) continue;
    const path = join(folder, `figure-${i + 1}.svg`);
    writeFileSync(path, `${figureSvg(figure)}\n`);
    process.stderr.write(`  written to ${path}\n`);
  }
}

async function main(args: readonly string[]): Promise<number> {
  const given = readArguments(args);
  if (given === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { file, seed, traceTo, figuresTo } = given;
  const source = readFileSync(file === '-' ? 0 : file, 'utf8');
  await prepare(source);
  const result = runProgram(source, {
    trace: traceTo !== undefined,
    file: file === '-' ? '<stdin>' : file,
    seed,
  });
  process.stdout.write(result.stdout);
  for (const { category, message, line } of result.warnings)
    process.stderr.write(`${file}:${line}: ${category}: ${message}\n`);
  reportFigures(result.figures, figuresTo);
  if (result.seed !== undefined)
    process.stderr.write(`${file}: numbers were drawn without a seed; --seed ${result.seed} repeats them\n`);
  if (traceTo !== undefined)
    writeFileSync(traceTo, `${JSON.stringify(toRecording(source, result), null, 1)}\n`);
  const { outcome } = result;
  switch (outcome.kind) {
    case 'finished':
      return 0;
    case 'raised':
    case 'syntax-error':
      process.stderr.write(`${outcome.traceback}\n`);
      return 1;
    case 'refused':
      process.stderr.write(`${file}:${outcome.line}:${outcome.column}: ${outcome.message}\n`);
      return 1;
    case 'limit':
      process.stderr.write(`${file}: ${outcome.message}\n`);
      return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
