/** Reads the places of a built page that a search can find. */
import type { EntryKind, SearchEntry } from '../../search/index.ts';
import { type Ancestry, attribute, type PageElement, type PageSource } from '../page-source.ts';

/** Elements whose text is no part of the book's text. */
const LEFT_OUT = new Set([
  'script',
  'style',
  'title',
  'template',
  'svg',
  'button',
  'select',
  'nav',
  'header',
  'footer',
  'label',
]);
const HEADING = /^h[1-3]$/;
/** The address of a line of a program: `vectors.py:3`. */
const LINE = /^[\w.-]+\.py:\d+$/;

interface Draft {
  readonly address: string;
  readonly kind: EntryKind;
  readonly part: string;
  title: string;
  text: string;
}

/** Returns the entries of a page; `folder` is its address, relative to the site's root. */
export function pageEntries(page: PageSource, folder: string): SearchEntry[] {
  const drafts = new Map<string | PageElement, Draft>();
  let [part, heading] = ['', ''];
  let line: Draft | undefined;
  const draft = (key: string | PageElement, kind: EntryKind, anchor: string): Draft => {
    const address = anchor === '' ? folder : `${folder}#${anchor}`;
    const made = drafts.get(key) ?? { address, kind, part, title: '', text: '' };
    drafts.set(key, made);
    return made;
  };
  for (const { text, around: innermost } of page.texts) {
    const around = elementsAround(innermost);
    const isRead =
      around.some(({ tagName }) => tagName === 'main') &&
      !around.some(({ tagName }) => LEFT_OUT.has(tagName));
    if (!isRead) continue;
    const title = around.find(({ tagName }) => HEADING.test(tagName));
    if (title !== undefined) {
      heading = attribute(title, 'id') ?? '';
      if (title.tagName !== 'h3') part = '';
      const entry = draft(`#${heading}`, 'part', heading);
      entry.title += text;
      if (title.tagName !== 'h3') part = tidy(entry.title);
      line = undefined;
      continue;
    }
    const place = placeOf(around, heading);
    const entry = place && draft(place.element, place.kind, place.anchor);
    if (entry?.kind === 'program') line = entry;
    const isNote = around.some((element) => hasClass(element, 'note'));
    const target = entry ?? (isNote ? line : undefined) ?? draft(`#${heading}`, 'part', heading);
    if (place !== undefined) target.title ||= place.title;
    if (target.kind === 'function' && around.some(({ tagName }) => tagName === 'summary'))
      target.title += text;
    // The number beside a line of a program is no word of it.
    if (target.kind !== 'program' || !/^\s*\d+\s*$/.test(text)) target.text += `${text} `;
  }
  return [...drafts.values()].map(finished).filter(({ title }) => title !== '');
}

/** A message is its own title. */
function finished({ title, text, ...rest }: Draft): SearchEntry {
  return { ...rest, title: tidy(rest.kind === 'error' ? text : title), text: tidy(text) };
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

interface Place {
  readonly element: PageElement;
  readonly kind: Exclude<EntryKind, 'part'>;
  readonly anchor: string;
  /** What is known of it before its text is read. */
  readonly title: string;
}

/** Returns the formula, line of a program, entry of the reference or message that a text stands in. */
function placeOf(around: readonly PageElement[], heading: string): Place | undefined {
  for (const element of around) {
    const anchor = attribute(element, 'id') ?? '';
    if (anchor.startsWith('eq-'))
      return { element, kind: 'formula', anchor, title: anchor.slice('eq-'.length).replaceAll('-', ' ') };
    if (anchor.startsWith('ref-')) return { element, kind: 'function', anchor, title: '' };
    if (LINE.test(anchor)) return { element, kind: 'program', anchor, title: anchor.replace(':', ', line ') };
    if (element.tagName === 'samp') return { element, kind: 'error', anchor: heading, title: '' };
  }
  return undefined;
}

function hasClass(element: PageElement, name: string): boolean {
  return attribute(element, 'class')?.split(' ').includes(name) ?? false;
}

/** Innermost first. */
function elementsAround(innermost: Ancestry | undefined): PageElement[] {
  const elements: PageElement[] = [];
  for (let at = innermost; at; at = at.outer) elements.push(at.element);
  return elements;
}
