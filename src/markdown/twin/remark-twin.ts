/**
 * Puts the page's Markdown twin into its metadata, as `twin`: the text with its slots filled and its formulas as plain LaTeX,
 * for whoever reads better without HTML. It comes after every plugin that fills or checks something.
 */
import type { BlockContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { CALLOUT_NAMES } from '../callout-names.ts';
import { attribute, type JsxElement, textOf } from '../jsx.ts';
import { remarkPlugin } from '../plugin.ts';
import type { Formula } from '../remark-maths.ts';
import { type TwinPart, twinMark } from './twin-parts.ts';

const writer = unified().use(remarkGfm).use(remarkMath).use(remarkStringify, { bullet: '-', rule: '-' });

export const remarkTwin = remarkPlugin((tree, page, file) => {
  const depth = page.section?.url.split('/').filter(Boolean).length ?? 0;
  const plain = new PlainMarkdown(file.data.formulas ?? [], '../'.repeat(depth));
  const twin = writer.stringify({ type: 'root', children: plain.blocks(tree) });
  file.data.astro ??= {};
  file.data.astro.frontmatter = { ...file.data.astro.frontmatter, twin };
});

/** Writes the nodes of a page as Markdown alone has them. */
class PlainMarkdown {
  readonly #formulas: readonly Formula[];
  /** The way from the page to the root of the site. */
  readonly #toRoot: string;

  constructor(formulas: readonly Formula[], toRoot: string) {
    this.#formulas = formulas;
    this.#toRoot = toRoot;
  }

  blocks({ children }: { readonly children: readonly Nodes[] }): Root['children'] {
    return children.flatMap((child) => this.#node(child));
  }

  #node(node: Nodes): RootContent[] {
    switch (node.type) {
      case 'root':
        return this.blocks(node);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#component(node);
      case 'math':
      case 'inlineMath':
        return [this.#formula(node)];
      case 'emphasis':
        // A filled slot is an emphasis that becomes another element.
        return node.data?.hName === undefined ? [this.#inside(node)] : this.blocks(node);
      case 'link':
        return [{ ...this.#inside(node), url: node.url.replace(/^\/(?!\/)/, this.#toRoot || './') }];
      default:
        return [this.#inside(node)];
    }
  }

  /** Returns the node with plain children, and without what says how it becomes HTML. */
  #inside<Given extends RootContent>(node: Given): Given {
    const { data: _, ...rest } = node;
    // The children of a node stay of the kinds that it may have: components are replaced by what may stand in their place.
    return ('children' in node ? { ...rest, children: this.blocks(node) } : rest) as Given;
  }

  #formula(node: Extract<Nodes, { type: 'math' | 'inlineMath' }>): RootContent {
    const { 'data-formula': index } = (node.data?.hProperties ?? {}) as { 'data-formula'?: string };
    const formula = this.#formulas[Number(index ?? -1)];
    if (formula === undefined) return node;
    const { latex, equation } = formula;
    const number = equation === undefined ? '' : ` \\tag{${equation.number}}`;
    return { type: node.type, value: `${latex.trim()}${number}` };
  }

  #component(element: JsxElement): RootContent[] {
    const { name } = element;
    const inside = this.blocks(element);
    const caption = textOf(element, 'caption');
    const below = caption === undefined ? [] : [paragraph({ type: 'emphasis', children: [text(caption)] })];
    switch (name) {
      case 'Callout':
        return [heading(calloutName(element), textOf(element, 'title')), ...inside];
      case 'Fold':
        return [heading(textOf(element, 'title')), ...inside];
      case 'Aside':
        return [{ type: 'blockquote', children: inside as BlockContent[] }];
      case 'Claim':
        return inside;
      case 'Table':
        return [...inside, ...below];
      case 'Matrix': {
        const shown = textOf(element, 'name');
        const given = attribute(element, 'value')?.value;
        const value = typeof given === 'object' && given ? JSON.parse(given.value).text : '';
        return [{ type: 'code', value: shown === undefined ? value : `${shown} = ${value}` }, ...below];
      }
      case 'Raises':
        return [...errorsOf(element), ...below];
      case 'Figure':
        return [
          paragraph({
            type: 'image',
            url: textOf(element, 'src') ?? '',
            alt: textOf(element, 'alt') ?? '',
          }),
          ...below,
        ];
      case 'Listing':
        return [mark({ kind: 'listing', files: filesOf(element) }), ...below];
      case 'Fault': {
        const title = textOf(element, 'title');
        return [
          mark({ kind: 'fault', files: filesOf(element), ...(title !== undefined && { title }) }),
          ...inside,
        ];
      }
      case 'Exercise':
        return [mark({ kind: 'exercise', name: textOf(element, 'name') ?? '' })];
      default:
        // A picture that answers to the reader is told by its caption.
        return [...inside, ...below];
    }
  }
}

/** The registry has checked the kind. */
function calloutName(element: JsxElement): string | undefined {
  const kind = textOf(element, 'kind');
  return Object.entries(CALLOUT_NAMES).find(([name]) => name === kind)?.[1];
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function paragraph(...children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children };
}

function heading(...words: readonly (string | undefined)[]): RootContent {
  return paragraph({ type: 'strong', children: [text(words.filter(Boolean).join(': '))] });
}

function mark(part: TwinPart): RootContent {
  return { type: 'html', value: twinMark(part) };
}

function filesOf(element: JsxElement): string[] {
  return [textOf(element, 'numpy'), textOf(element, 'torch')].filter((file) => file !== undefined);
}

function errorsOf(element: JsxElement): RootContent[] {
  return ['numpy', 'torch'].flatMap((library): RootContent[] => {
    const error = attribute(element, `${library}Error`)?.value;
    if (typeof error !== 'object' || error === null) return [];
    const { type, message } = JSON.parse(error.value);
    return [{ type: 'code', value: `>>> ${textOf(element, library) ?? ''}\n${type}: ${message}` }];
  });
}
