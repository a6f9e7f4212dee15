/**
 * A section as an author would write it for plain Starlight: the same prose, formulas, tables, programs and notes, with
 * every slot already filled, Starlight's own asides, and one island, the vectors of the dot product.
 */
import { createProcessor } from '@mdx-js/mdx';
import type { Nodes, Root } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { visit } from 'unist-util-visit';
import type { Section } from '../../../src/book/index.ts';
import { applyEdits, type TextEdit } from '../../../src/build/text-edits.ts';
import { elementEdits } from './element-text.ts';
import { type FilledSlots, filledSlots, withFilledSlots } from './filled-slots.ts';

const PARSER = createProcessor({ remarkPlugins: [remarkGfm, remarkMath] });
const METADATA = /^---\n[\s\S]*?\n---\n/;

/** Removes the tags of an element in a sentence, such as a claim, and keeps what is between them. */
function withoutTags({ children, position }: MdxJsxTextElement): TextEdit[] {
  const [start, end] = [position?.start.offset, position?.end.offset];
  const from = children[0]?.position?.start.offset;
  const to = children.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined || from === undefined || to === undefined) return [];
  return [
    { start, end: from, text: '' },
    { start: to, end, text: '' },
  ];
}

/** The MDX of a section whose own file has this `source`. */
export function starlightPage(section: Section, source: string): string {
  const body = source.replace(METADATA, '');
  const slots = filledSlots(section);
  const edits: TextEdit[] = [];
  visit(PARSER.parse(body) as Root, (node: Nodes) => {
    if (node.type === 'mdxJsxFlowElement') edits.push(...elementEdits(node, section, slots));
    else if (node.type === 'mdxJsxTextElement') edits.push(...withoutTags(node));
    else edits.push(...slotEdits(node, body, slots));
  });
  return `---
title: ${JSON.stringify(section.title)}
description: ${JSON.stringify(section.description)}
---

import TwoVectors from '../../two-vectors.tsx';

${section.lede}
${applyEdits(body, edits)}`;
}

function slotEdits(node: Nodes, body: string, slots: FilledSlots): TextEdit[] {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) return [];
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
    return [{ start, end, text: slots.text(node.value) }];
  if (node.type === 'inlineMath' || node.type === 'math')
    return [{ start, end, text: withFilledSlots(body.slice(start, end), slots) }];
  return [];
}
