/**
 * Brings readers back to where they were when the page is loaded again. The browser knows how far down that was, but what lies
 * above has not been laid out then and may take another height (see `far-away.css`).
 */
import { recall, remember } from '../../reader/index.ts';
import { isFirstArrival, stayAtOffset } from './stay-at.ts';

/** A block of the text: the number of a part, of what stands in it, and of a block of that; and where its upper edge was. */
type Place = { readonly path: readonly number[]; readonly topPx: number };

const DEPTH = 3;

export function keepPlace(): void {
  const article = document.querySelector('article');
  if (!article) return;
  const left = isFirstArrival() ? undefined : read();
  if (left) stayAtOffset(blockAt(article, left.path), left.topPx);
  addEventListener('pagehide', () => write(currentPlace(article)));
}

/** Returns the first block that the header leaves in view. */
function currentPlace(article: Element): Place {
  const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  const path: number[] = [];
  let block = article;
  while (path.length < DEPTH) {
    const children = [...block.children];
    const index = children.findIndex((child) => child.getBoundingClientRect().bottom > header);
    const child = children[index];
    if (!child) break;
    path.push(index);
    block = child;
  }
  return { path, topPx: block.getBoundingClientRect().top };
}

/** As far as the path leads: the page may be another edition by now. */
function blockAt(article: Element, path: readonly number[]): Element {
  return path.reduce((block, index) => block.children[index] ?? block, article);
}

const name = `place ${location.pathname}`;

/** Where storage is switched off, the browser's own measure has to do. */
function write(place: Place): void {
  remember(name, JSON.stringify(place), 'visit');
}

/** Returns what was kept, unless something else was put in its place. */
function read(): Place | undefined {
  try {
    const { path, topPx } = JSON.parse(recall(name, 'visit') ?? 'null');
    return path.every(Number.isInteger) && Number.isFinite(topPx) ? { path, topPx } : undefined;
  } catch {
    return undefined;
  }
}
