/** The search: a field, and below it links to what was found. */
import { announce } from '../../../reader/index.ts';
import { openIndex, type SearchIndex, type SearchResult } from '../../../search/index.ts';
import { markTerms } from './mark-terms.ts';

const KINDS = {
  part: '',
  formula: 'Formula',
  program: 'Program',
  function: 'Function',
  error: 'Error',
} as const;

// All scripts lie in one folder below the root. Not written in one expression, which Vite would take for an asset.
const here = import.meta.url;
const root = new URL('../', here);

let dialog: HTMLDialogElement | undefined;
let search: Promise<(query: string) => SearchResult[]> | undefined;

/** Shows the search, with what was looked for last. */
export function openSearch(): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
  search ??= fetchIndex();
}

async function fetchIndex(): Promise<(query: string) => SearchResult[]> {
  const answer = await fetch(new URL('search.json', root));
  if (!answer.ok) throw new Error(`search.json: ${answer.status}`);
  return openIndex((await answer.json()) as SearchIndex);
}

function makeDialog(): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'search';
  element.ariaLabel = 'Search the book';
  const form = document.createElement('form');
  form.role = 'search';
  form.method = 'dialog';
  const input = document.createElement('input');
  Object.assign(input, {
    type: 'search',
    ariaLabel: 'Search the book',
    placeholder: 'A word, a function, an error message',
  });
  input.autocomplete = 'off';
  const close = document.createElement('button');
  Object.assign(close, { type: 'button', textContent: 'Close' });
  close.addEventListener('click', () => element.close());
  form.append(input, close);
  const note = document.createElement('p');
  note.className = 'search-note';
  const list = document.createElement('ul');
  element.append(form, note, list);
  document.body.append(element);

  const show = () => showResults(input.value, list, note);
  input.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  element.addEventListener('keydown', (event) => {
    // A browser would only empty the field at the first press.
    if (event.key === 'Escape') element.close();
    else moveBetween(event, input, list);
  });
  element.addEventListener('click', (event) => {
    const isLink = event.target instanceof Element && event.target.closest('a');
    if (event.target === element || isLink) element.close();
  });
  return element;
}

async function showResults(query: string, list: HTMLUListElement, note: HTMLElement): Promise<void> {
  const input = list.closest('dialog')?.querySelector('input');
  let find: (query: string) => SearchResult[];
  try {
    search ??= fetchIndex();
    find = await search;
  } catch {
    search = undefined;
    note.textContent = 'The search could not be fetched. Type on to try again.';
    return;
  }
  // The newest question wins.
  if (input?.value !== query) return;
  const results = query.trim() === '' ? [] : find(query);
  list.replaceChildren(...results.map(itemOf));
  note.textContent = query.trim() === '' ? '' : countOf(results.length);
  if (note.textContent !== '') announce(note.textContent);
}

function countOf(count: number): string {
  if (count === 0) return 'Nothing found. Try another word, or part of one.';
  return count === 1 ? '1 place found' : `${count} places found`;
}

function itemOf({ address, kind, title, part, excerpt, terms }: SearchResult): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = new URL(address, root).href;
  const name = document.createElement('span');
  name.className = 'search-title';
  name.append(...markTerms(title, terms));
  const where = document.createElement('span');
  where.className = 'search-where';
  where.textContent = [KINDS[kind], part === title ? '' : part].filter(Boolean).join(' · ');
  const around = document.createElement('span');
  around.className = 'search-excerpt';
  if (excerpt !== title) around.append(...markTerms(excerpt, terms));
  link.append(name, ' ', where, ' ', around);
  item.append(link);
  return item;
}

/** Arrow keys go from the field through the results and back. */
function moveBetween(event: KeyboardEvent, input: HTMLInputElement, list: HTMLUListElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
