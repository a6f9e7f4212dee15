/** `npm run claims`: prints every claim of the book's sections with the values that make it true. */
import { loadBook } from '../book/index.ts';
import { AuthorError, sectionClaims } from '../markdown/index.ts';

const CONTENT = 'content';

try {
  for (const section of loadBook(CONTENT).sections) {
    const claims = sectionClaims(CONTENT, section);
    console.log(`${section.file}: ${claims.length} claims`);
    for (const { line, sentence, that, values } of claims)
      console.log(`\n  ${line}: ${sentence}\n     ${that}\n     ${values.join(', ')}`);
  }
} catch (error) {
  if (!(error instanceof AuthorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
