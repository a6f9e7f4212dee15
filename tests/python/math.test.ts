/** `math.gamma` and `math.lgamma` are CPython's own, to the last digit in all but a few cases. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { prepare, runProgram } from '../../src/python/index.ts';

const recorded = JSON.parse(
  readFileSync(new URL('../goldens/real-functions/recorded.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly (readonly [number, number])[]>>;

test.each(['gamma', 'lgamma'])('math.%s gives what CPython gives', async (name) => {
  const rows = recorded[name] ?? [];
  const program = `import math\nfor x in [${rows.map(([x]) => x).join(', ')}]:\n    print(math.${name}(float(x)))\n`;
  await prepare(program);
  const values = runProgram(program).stdout.trim().split('\n').map(Number);
  expect(values.length).toBe(rows.length);
  expect(rows.filter(([, value], index) => values[index] !== value).length).toBeLessThanOrEqual(2);
});
