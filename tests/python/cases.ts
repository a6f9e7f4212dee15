/** What a program prints and how it ends, in one line: `output` or `output | Type: message (line)`. */
import { prepareAll, runProgram } from '../../src/python/index.ts';

await prepareAll();

export function ending(program: string): string {
  const { stdout, outcome } = runProgram(program);
  const printed = stdout.trimEnd();
  switch (outcome.kind) {
    case 'finished':
      return printed;
    case 'raised':
      return `${printed} | ${outcome.exception.type}: ${outcome.exception.message} (${outcome.exception.line})`;
    case 'syntax-error':
      return `${outcome.type}: ${outcome.message} (${outcome.line}:${outcome.column})`;
    case 'refused':
      return `${printed} | refused: ${outcome.message} (${outcome.line}:${outcome.column})`;
    case 'limit':
      return `limit: ${outcome.limit}`;
  }
}
