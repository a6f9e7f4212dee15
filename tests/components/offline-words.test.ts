import { expect, test } from 'vitest';
import { keepWords, keptWords } from '../../src/components/page/offline-words.ts';

test.each([
  [0, 'Nothing is kept on this device. The whole book takes 7.7 MB.', 'Keep the whole book (7.7 MB)'],
  [
    4_100_000,
    'What you read is kept on this device and can be read offline: 4.1 MB of 7.7 MB.',
    'Keep the whole book (another 3.6 MB)',
  ],
])('with %i bytes kept the dialog says so, and what is still to come', (kept, words, button) => {
  expect(keptWords({ kept, whole: 7_700_000 })).toBe(words);
  expect(keepWords({ kept, whole: 7_700_000 })).toBe(button);
});

test('a book that is kept whole is called so', () => {
  expect(keptWords({ kept: 7_700_000, whole: 7_700_000 })).toContain('The whole book is kept');
});
