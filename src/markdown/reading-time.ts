/** How long a section takes to read: its prose, its formulas and its code. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { eachElement, textOf } from './jsx.ts';
import { folderOf } from './page-context.ts';
import { remarkPlugin } from './plugin.ts';

/** Silent reading of English non-fiction: the mean of Brysbaert's meta-analysis (2019) of 190 studies. */
export const WORDS_PER_MINUTE = 238;

/**
 * A symbol of a formula counts as one word, because that is how it is read: "y = Wx + b" is "y equals W x plus b".
 * So do the names, numbers and signs of a line of code, of which a line of this book has about eight.
 */
export const WORDS_PER_CODE_LINE = 8;

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** The symbols of a formula: letters, numbers, signs and commands; grouping and spacing is not read. */
function countSymbols(tex: string): number {
  const read = tex.replace(/\\label\{[^}]*\}|\\(?:begin|end|left|right|quad|[,;:!\\ ])(?:\{[^}]*\})?/g, ' ');
  return read.match(/\\[a-zA-Z]+|\d+(?:\.\d+)?|[^\s{}_^&\\]/g)?.length ?? 0;
}

function countCodeLines(code: string): number {
  return code.split('\n').filter((line) => line.trim() !== '').length;
}

/** Minutes to read a page, at least one, rounded. @param programs the text of each program it shows */
export function readingMinutes(tree: Root, programs: readonly string[]): number {
  let words = 0;
  for (const program of programs) words += countCodeLines(program) * WORDS_PER_CODE_LINE;
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') words += countWords(node.value);
    if (node.type === 'math' || node.type === 'inlineMath') words += countSymbols(node.value);
    if (node.type === 'code') words += countCodeLines(node.value) * WORDS_PER_CODE_LINE;
  });
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

/** Puts the page's reading time into its metadata, as `minutes`. */
export const remarkReadingTime = remarkPlugin((tree, _, file) => {
  const programs: string[] = [];
  eachElement(tree, (element) => {
    const path = join(folderOf(file), 'listings', textOf(element, 'numpy') ?? '');
    // The twin in the second tab says the same, so one of the two is read.
    if (element.name === 'Listing' && existsSync(path)) programs.push(readFileSync(path, 'utf8'));
  });
  file.data.astro ??= {};
  file.data.astro.frontmatter = {
    ...file.data.astro.frontmatter,
    minutes: readingMinutes(tree, programs),
  };
});
