/** Tells what MDX itself cannot parse (an unclosed tag, a stray brace) as it tells every other slip. */
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { AuthorError } from '../author/index.ts';

/** @param nameOf how messages name a file */
export const remarkSyntax: Plugin<[(file: VFile) => string]> = function remarkSyntax(nameOf) {
  const parse = this.parser;
  if (parse === undefined) throw new Error('remarkSyntax stands before any parser.');
  this.parser = (text, file) => {
    try {
      return parse(text, file);
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error;
      const { line = 1, column = 1, reason } = error;
      const place = { file: nameOf(file), line, column };
      throw new AuthorError(place, `Cannot read this as MDX: ${reason}`, { cause: error });
    }
  };
};
