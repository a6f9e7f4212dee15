import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { dist, pageFiles } from './built-site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // React writes ids such as «r1» and closes void elements.
    'valid-id': ['error', { relaxed: true }],
    'void-style': 'off',
    // And keeps the names of attributes as its own are written: inputMode.
    'attr-case': 'off',
    // About the look of the source, which is written by the build.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
  },
});

for (const path of pageFiles) {
  test(`no link of ${path} sticks to the word before it`, async () => {
    const html = await readFile(dist + path, 'utf8');
    const stuck = html.match(/[^<>]*[\p{L}\p{N},.;:]<a (?!class="heading-anchor)[^>]*/gu);
    expect(stuck).toBeNull();
  });

  test(`${path} is valid HTML`, async () => {
    const report = await validator.validateString(await readFile(dist + path, 'utf8'), path);
    const messages = report.results
      .flatMap(({ messages: found }) => found)
      // Astro puts the one sheet of its islands before the first of them.
      .filter(
        ({ message }) => !message.startsWith('<style> element is not permitted as content under <figure>'),
      );
    expect(
      messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
    ).toEqual([]);
  });
}
