/** What a Markdown twin has of programs, which the build runs elsewhere: a mark in its text for each. */

/** A part of a twin that is filled later. */
export type TwinPart =
  | { readonly kind: 'listing'; readonly files: readonly string[] }
  | { readonly kind: 'fault'; readonly files: readonly string[]; readonly title?: string }
  | { readonly kind: 'exercise'; readonly name: string };

const MARK = /<!-- twin (.*?) -->/g;

/** Returns the mark of a part. */
export function twinMark(part: TwinPart): string {
  return `<!-- twin ${JSON.stringify(part).replaceAll('>', '\\u003e')} -->`;
}

/** Returns the text of a twin with what `fill` gives for each of its marks. */
export function fillTwin(twin: string, fill: (part: TwinPart) => string): string {
  return twin.replace(MARK, (_, part: string) => fill(JSON.parse(part)));
}
