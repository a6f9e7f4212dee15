/**
 * How long a section takes to read: its prose, its formulas and its code.
 *
 * A symbol of a formula counts as one word, because that is how it is read: "y = Wx + b" is "y equals W x plus b".
 * So do the names, numbers and signs of code; brackets and commas are not read out in either.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { withoutMarkers } from '../listing/build/index.ts';
import { eachElement, textOf } from './jsx.ts';
import { folderOf } from './page-context.ts';
import { remarkPlugin } from './plugin.ts';

/** Silent reading of English non-fiction: the mean of Brysbaert's meta-analysis (2019) of 190 studies. */
const WORDS_PER_MINUTE = 238;

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Commands that set fonts, spaces and environments, which nobody reads out. */
const SILENT =
  /\\(?:(?:begin|end)\{[^}]*\}|(?:math\w+|left|right|qquad|quad|displaystyle)(?![a-zA-Z])|[,;:!\\ ])/g;

function countSymbols(latex: string): number {
  const words = latex.replace(/\\(?:text|operatorname)\{[^}]*\}/g, ' w ').replace(SILENT, ' ');
  return words.match(/\\[a-zA-Z]+|\d+(?:\.\d+)?|[^\s{}[\](),_^&\\]/g)?.length ?? 0;
}

function countTokens(code: string): number {
  return code.match(/[\p{L}_]\w*|\d+(?:\.\d+)?|[^\s\w()[\]{},.:"']/gu)?.length ?? 0;
}

/** The text of what stands in a page beside its prose. */
interface NotProse {
  /** LaTeX of each formula. */
  readonly formulas: readonly string[];
  /** Each program that a listing shows. */
  readonly programs: readonly string[];
}

/** Minutes to read a page, at least one, rounded. */
function readingMinutes(tree: Root, { formulas, programs }: NotProse): number {
  let words = 0;
  for (const formula of formulas) words += countSymbols(formula);
  for (const program of programs) words += countTokens(program);
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') words += countWords(node.value);
    if (node.type === 'code') words += countTokens(node.value);
  });
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

/** Puts the page's reading time into its metadata, as `minutes`. */
export const remarkReadingTime = remarkPlugin((tree, _, file) => {
  const programs: string[] = [];
  eachElement(tree, (element) => {
    const path = join(folderOf(file), 'listings', textOf(element, 'numpy') ?? '');
    // The twin in the second tab says the same, so one of the two is read.
    if (element.name === 'Listing' && existsSync(path))
      programs.push(withoutMarkers(readFileSync(path, 'utf8')));
  });
  file.data.astro ??= {};
  file.data.astro.frontmatter = {
    ...file.data.astro.frontmatter,
    minutes: readingMinutes(tree, {
      formulas: file.data.formulas?.map(({ latex }) => latex) ?? [],
      programs,
    }),
  };
});
