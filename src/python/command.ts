/**
 * The command `py`: runs a Python file, or standard input for `-`, and prints exactly what Python prints. With
 * `--trace OUT.json` it also writes what happened line by line, in the format of the recorded truth.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { prepare, runProgram, toRecording } from './index.ts';

const USAGE = 'usage: npm run --silent py -- FILE.py|- [--trace OUT.json]';

async function main(args: readonly string[]): Promise<number> {
  const traceAt = args.indexOf('--trace');
  const traceTo = traceAt === -1 ? undefined : args[traceAt + 1];
  const [file, ...more] = args.filter(
    (_, index) => traceAt === -1 || (index !== traceAt && index !== traceAt + 1),
  );
  if (file === undefined || more.length > 0 || (traceAt !== -1 && traceTo === undefined)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const source = readFileSync(file === '-' ? 0 : file, 'utf8');
  await prepare(source);
  const result = runProgram(source, { trace: traceTo !== undefined, file: file === '-' ? '<stdin>' : file });
  process.stdout.write(result.stdout);
  for (const { category, message, line } of result.warnings)
    process.stderr.write(`${file}:${line}: ${category}: ${message}\n`);
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
