/** What stands in plain Starlight where a section has one of the book's components. */
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { Section } from '../../../src/book/index.ts';
import type { TextEdit } from '../../../src/build/text-edits.ts';
import { slotToTex } from '../../../src/slots/index.ts';
import { type FilledSlots, plainText } from './filled-slots.ts';
import { listingText } from './listing-text.ts';

const ASIDES: Readonly<Record<string, string>> = { key: 'tip', care: 'caution', note: 'note' };

/** Replaces the element, or only its tags where it has content of its own. */
export function elementEdits(element: MdxJsxFlowElement, section: Section, slots: FilledSlots): TextEdit[] {
  const [start, end] = [element.position?.start.offset, element.position?.end.offset];
  if (start === undefined || end === undefined) return [];
  const prop = (name: string) => textOf(element, name);
  const caption = prop('caption') === undefined ? '' : `\n\n*${plainText(prop('caption') ?? '')}*`;
  const whole = (text: string): TextEdit[] => [{ start, end, text: `${text}${caption}` }];
  const tags = (before: string, after: string): TextEdit[] => {
    const from = element.children[0]?.position?.start.offset ?? end;
    const to = element.children.at(-1)?.position?.end.offset ?? end;
    return [
      { start, end: from, text: `${before}\n\n` },
      { start: to, end, text: `\n\n${after}${caption}` },
    ];
  };
  switch (element.name) {
    case 'Callout':
      return tags(`:::${ASIDES[prop('kind') ?? 'note']}[${plainText(prop('title') ?? '')}]`, ':::');
    case 'Aside':
      return tags(':::note', ':::');
    case 'Table':
      return tags('', '');
    case 'Fold':
      return tags(`**${plainText(prop('title') ?? '')}**`, '');
    case 'Matrix':
      return whole(`$$\n${prop('name')} = ${slotToTex(slots.value(prop('of') ?? ''))}\n$$`);
    case 'Raises':
      return whole(['numpy', 'torch'].flatMap((library) => errorText(prop(library), slots)).join('\n\n'));
    case 'Listing':
      return whole(
        ['numpy', 'torch']
          .flatMap((name) => prop(name) ?? [])
          .map((file) => listingText(section, file))
          .join('\n\n'),
      );
    case 'DotProductWidget':
      return whole('<TwoVectors client:visible />');
    default:
      return whole('');
  }
}

function errorText(expression: string | undefined, slots: FilledSlots): string[] {
  if (expression === undefined) return [];
  const { type, message } = slots.exception(expression);
  return [`\`\`\`text\n${type}: ${message}\n\`\`\``];
}

function textOf({ attributes }: MdxJsxFlowElement, name: string): string | undefined {
  const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}
