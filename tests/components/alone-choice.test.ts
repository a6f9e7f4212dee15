import { expect, test } from 'vitest';
import { chooseFromAddress } from '../../src/components/listing/alone-choice.ts';

const listing = (section: string, ...files: string[]) => ({
  section,
  title: '',
  href: '',
  files,
  caption: '',
});
const KNOWN = [listing('/a/one/', 'x.py', 'x_torch.py'), listing('/a/two/', 'x.py')];

test.each([
  ['section=/a/two/&program=x.py', KNOWN[1]],
  ['section=a/two&program=x', KNOWN[1]],
  ['program=x_torch.py', KNOWN[0]],
  ['program=x.py', KNOWN[0]],
  ['section=/a/two/&program=x_torch.py', undefined],
  ['program=constructor', undefined],
  ['', undefined],
])('"%s"', (query, expected) => {
  expect(chooseFromAddress(KNOWN, new URLSearchParams(query))).toBe(expected);
});
