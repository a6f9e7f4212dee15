/**
 * The text of a generated section: the original's, with words, figures and programs of its own, so that nothing which a
 * build remembers of one section answers for another.
 */

/** What becomes of `text`, which stands in a file of this name, in the section with this number. */
export function sectionText(file: string, text: string, number: number): string {
  if (file.endsWith('.py')) return withOwnDecimals(text, number);
  return withOwnParagraphs(file.endsWith('.mdx') ? withOwnTitle(text, number) : text, number);
}

/** Every decimal fraction goes on a little: 0.8 becomes 0.80017 in section 17, of about the same size. */
function withOwnDecimals(program: string, number: number): string {
  return program.replace(/(?<![\w.])\d+\.\d+(?![\w.])/g, `$&${String(number).padStart(4, '0')}`);
}

function withOwnTitle(page: string, number: number): string {
  return page.replace(/^title: .*$/m, `$& (${number})`);
}

/** Every paragraph that begins with a letter begins with the section's number. */
function withOwnParagraphs(markdown: string, number: number): string {
  return markdown.replace(/(?<=\n\n)(?=[A-Z][a-z]* )/g, `In section ${number}: `);
}
