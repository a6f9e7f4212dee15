/** Where two lines of code differ, cut at whole words and signs: what stands before, what differs, what stands after. */
export function changedPiece(
  code: string,
  other: string,
): readonly [before: string, piece: string, after: string] {
  const [words, others] = [wordsOf(code), wordsOf(other)];
  let start = 0;
  while (start < words.length && words[start] === others[start]) start += 1;
  let end = 0;
  const most = Math.min(words.length, others.length) - start;
  while (end < most && words.at(-1 - end) === others.at(-1 - end)) end += 1;
  const to = words.length - end;
  return [words.slice(0, start).join(''), words.slice(start, to).join(''), words.slice(to).join('')];
}

function wordsOf(code: string): readonly string[] {
  return code.match(/\w+|\s+|[^\w\s]/g) ?? [];
}
