/** Reports what MDX cannot parse (an unclosed tag, a stray brace) as an author error like any other. */
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { AuthorError, type Place, withoutByteOrderMark } from '../diagnostics/index.ts';

/** @param nameOf how messages name a file */
export const remarkSyntax: Plugin<[(file: VFile) => string], Root> = function remarkSyntax(nameOf) {
  const parse = this.parser;
  if (parse === undefined) throw new Error('remarkSyntax stands before any parser.');
  this.parser = (text, file) => {
    // The parser counts positions without the mark, so the file has to be without it too.
    const plain = withoutByteOrderMark(text);
    if (plain !== text) file.value = plain;
    try {
      return parse(plain, file);
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error;
      const place = { file: nameOf(file), ...pointOf(error) };
      throw new AuthorError(place, `Cannot read this as MDX: ${error.reason}`, { cause: error });
    }
  };
};

/** Returns the place that a message points to. Messages about a tag carry it only in their text: "(8:1-8:8)". */
function pointOf({ line, column, reason }: VFileMessage): Pick<Place, 'line' | 'column'> {
  if (line !== undefined && column !== undefined) return { line, column };
  const [, inLine, inColumn] = /\((\d+):(\d+)/.exec(reason) ?? [];
  return { line: Number(inLine ?? 1), column: Number(inColumn ?? 1) };
}
