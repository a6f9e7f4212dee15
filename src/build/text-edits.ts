/** One replacement in a text, by offsets into the original. An insertion has `start` equal to `end`. */
export type TextEdit = { readonly start: number; readonly end: number; readonly text: string };

/** Returns `source` with all edits applied; edits must not overlap, insertions at one place keep their order. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < position) throw new Error(`Two edits overlap at offset ${edit.start}.`);
    result += source.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + source.slice(position);
}
