/**
 * A built page that can be read as a tree and changed in place: only the touched attributes change, every other
 * byte stays as it was built.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { applyEdits, type TextEdit } from './text-edits.ts';

export type PageElement = DefaultTreeAdapterTypes.Element;
type PageNode = DefaultTreeAdapterTypes.Node;

/** An element and those around it. */
export type Ancestry = { readonly element: PageElement; readonly outer: Ancestry | undefined };
/** A run of text with the elements around it. */
export type PageText = { readonly text: string; readonly around: Ancestry | undefined };

const escapeAttribute = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

export class PageSource {
  /** All elements written in the page, in document order, contents of `<template>` and `<noscript>` included. */
  readonly elements: PageElement[] = [];
  readonly texts: PageText[] = [];
  /** Inline scripts that were added; they are not among `elements`. */
  readonly addedScripts: string[] = [];
  readonly #html: string;
  readonly #edits: TextEdit[] = [];
  /** The index in the edits of each stretch of text that is replaced. */
  readonly #replaced = new Map<string, number>();

  constructor(html: string) {
    this.#html = html;
    // Without scripting the contents of <noscript> are elements, which is what readers without JavaScript get.
    this.#collect(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }), undefined);
  }

  #collect(node: PageNode, around: Ancestry | undefined): void {
    if ('value' in node) this.texts.push({ text: node.value, around });
    const isWritten = 'tagName' in node && Boolean(node.sourceCodeLocation?.startTag);
    if (isWritten) this.elements.push(node);
    if (!('childNodes' in node)) return;
    const inside = 'tagName' in node ? { element: node, outer: around } : around;
    for (const child of node.childNodes) this.#collect(child, inside);
    if ('content' in node) this.#collect(node.content, inside);
  }

  /** Replaces or adds one attribute. */
  setAttribute(element: PageElement, name: string, value: string): void {
    const text = `${name}="${escapeAttribute(value)}"`;
    const place = element.sourceCodeLocation?.attrs?.[name];
    if (place) this.#replace(place.startOffset, place.endOffset, text);
    else {
      const start = startOffset(element) + 1 + element.tagName.length;
      this.#replace(start, start, ` ${text}`);
    }
    const known = element.attrs.find((attr) => writtenName(attr) === name);
    if (known) known.value = value;
    else element.attrs.push({ name, value });
  }

  /** Removes one attribute and the space before it. */
  removeAttribute(element: PageElement, name: string): void {
    const place = element.sourceCodeLocation?.attrs?.[name];
    if (place) this.#replace(place.startOffset - 1, place.endOffset, '');
    element.attrs = element.attrs.filter((attr) => writtenName(attr) !== name);
  }

  /** Replaces the text inside an element such as `<style>`. */
  setText(element: PageElement, text: string): void {
    const [content] = element.childNodes;
    const place = content?.sourceCodeLocation;
    if (!place || !('value' in content)) throw new Error(`<${element.tagName}> has no text to replace.`);
    this.#replace(place.startOffset, place.endOffset, text);
    content.value = text;
  }

  /** The last change of a place counts. */
  #replace(start: number, end: number, text: string): void {
    const stretch = `${start} ${end}`;
    const earlier = this.#replaced.get(stretch);
    if (earlier !== undefined) {
      this.#edits[earlier] = { start, end, text };
      return;
    }
    if (start < end) this.#replaced.set(stretch, this.#edits.length);
    this.#edits.push({ start, end, text });
  }

  /** Adds markup as the first thing in the head, but after `<meta charset>`, which has to come first. */
  addToHeadStart(markup: string): void {
    const charset = this.elements.find((e) => e.tagName === 'meta' && attribute(e, 'charset') !== undefined);
    const place = charset?.sourceCodeLocation ?? this.#head().sourceCodeLocation?.startTag;
    const offset = place?.endOffset ?? 0;
    this.#replace(offset, offset, markup);
  }

  /** Adds markup as the last thing in the head. */
  addToHeadEnd(markup: string): void {
    const offset = this.#head().sourceCodeLocation?.endTag?.startOffset;
    if (offset === undefined) throw new Error('The page does not close its <head>.');
    this.#replace(offset, offset, markup);
  }

  /** Adds an inline script as the last thing in the head. */
  addScript(code: string): void {
    this.addToHeadEnd(`<script>${code}</script>`);
    this.addedScripts.push(code);
  }

  #head(): PageElement {
    const head = this.elements.find((element) => element.tagName === 'head');
    if (!head) throw new Error('The page has no <head>.');
    return head;
  }

  /** Returns the page with all changes made so far. */
  toString(): string {
    return applyEdits(this.#html, this.#edits);
  }
}

function startOffset(element: PageElement): number {
  return element.sourceCodeLocation?.startOffset ?? 0;
}

function writtenName({ prefix, name }: PageElement['attrs'][number]): string {
  return prefix ? `${prefix}:${name}` : name;
}

/** Returns the attribute's decoded value, `xlink:href` by its written name; `undefined` when absent. */
export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((attr) => writtenName(attr) === name)?.value;
}

/** Returns all attributes as pairs of written name and decoded value. */
export function attributesOf(element: PageElement): readonly (readonly [name: string, value: string])[] {
  return element.attrs.map((attr) => [writtenName(attr), attr.value] as const);
}

/** Returns the text directly inside an element. */
export function textOf(element: PageElement): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

/** Returns whether the element lies inside (not: is) an element of that name. */
export function isInside(element: PageElement, tagName: string): boolean {
  for (let node: PageNode | null = element.parentNode; node && 'parentNode' in node; node = node.parentNode)
    if ('tagName' in node && node.tagName === tagName) return true;
  return false;
}
