/** A generated section says the same in other words and numbers. */
import { expect, test } from 'vitest';
import { sectionText } from './section-text.ts';

test.each([
  ['figures.py', 'x = [0.8, 1, 2.50]\n', 'x = [0.80017, 1, 2.500017]\n'],
  ['a.py', 'y = x1.5e3 + v1.2.3\n', 'y = x1.5e3 + v1.2.3\n'],
  [
    'index.mdx',
    '---\ntitle: Vectors\n---\n\nA list.\n\n- One\n',
    '---\ntitle: Vectors (17)\n---\n\nIn section 17: A list.\n\n- One\n',
  ],
  [
    'a.notes.md',
    '---\ntitle: T\n---\n\n## a: Title\n\nWhy not.\n',
    '---\ntitle: T\n---\n\n## a: Title\n\nIn section 17: Why not.\n',
  ],
])('%s', (file, text, written) => {
  expect(sectionText(file, text, 17)).toBe(written);
});
