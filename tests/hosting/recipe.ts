import { readFileSync } from 'node:fs';

/** The README's block of code in that language, with what a test has to set in place of what a host sets. */
export function recipe(language: string, changes: Readonly<Record<string, string>>): string {
  const readme = readFileSync('README.md', 'utf8');
  const [, text] = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme) ?? [];
  if (text === undefined) throw new Error(`README.md has no block of ${language}.`);
  return Object.entries(changes).reduce((recipeText, [from, to]) => {
    if (!recipeText.includes(from)) throw new Error(`README.md: the block of ${language} lacks "${from}".`);
    return recipeText.replaceAll(from, to);
  }, text);
}
