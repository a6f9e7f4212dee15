/** What PyTorch answered to many small expressions, and what the torch module answers. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { prepareAll, runProgram } from '../../../src/python/index.ts';

await prepareAll();

type Answer = { readonly repr: string } | { readonly error: string; readonly message: string };
type Table = {
  readonly name: string;
  readonly statements: string;
  readonly cases: readonly (Answer & { readonly expression: string })[];
};

const tables = ['expressions', 'further-expressions'].flatMap((name): readonly Table[] => {
  const file = new URL(`../../goldens/torch/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
});

const START = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\nimport numpy as np\n';

const withoutAddresses = (text: string): string => text.replace(/0x[0-9a-fA-F]+/g, '0x…');

function answerTo(statements: string, expression: string): unknown {
  const program = `${START}${statements}\nanswer = ${expression}\nprint(repr(answer))\n`;
  const { stdout, outcome } = runProgram(program);
  if (outcome.kind === 'finished') return { repr: withoutAddresses(stdout.slice(0, -1)) };
  if (outcome.kind !== 'raised') return outcome;
  const { type, message } = outcome.exception;
  return { error: type, message: withoutAddresses(message) };
}

describe.each(tables)('$name', ({ statements, cases }) => {
  test.each(cases)('$expression is answered as PyTorch answers it', ({ expression, ...answer }) => {
    expect(answerTo(statements, expression)).toEqual(answer);
  });
});
