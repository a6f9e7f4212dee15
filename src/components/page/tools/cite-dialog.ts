/** Says how to cite the section: as a sentence and as BibTeX, from what the page's head says of it. */
import { announce, copyText } from '../../../reader/index.ts';
import { pressButton } from './press-button.ts';

let dialog: HTMLDialogElement | undefined;

export function openCiteDialog(): void {
  dialog ??= makeDialog();
  dialog.showModal();
}

/** What is cited. */
export interface Cited {
  readonly title: string;
  readonly book: string;
  readonly authors: readonly string[];
  readonly address: string;
  /** The day of the visit: `2026-12-01`. */
  readonly visited: string;
}

export function citation({ title, book, authors, address, visited }: Cited): string {
  return `${authors.join(', ')}. “${title}”. In: ${book}. ${address} (visited ${visited}).`;
}

export function bibtex({ title, book, authors, address, visited }: Cited): string {
  const key = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const fields = [
    ['author', authors.map((name) => `{${name}}`).join(' and ')],
    ['title', title],
    ['booktitle', book],
    ['url', address],
    ['urldate', visited],
  ];
  return `@incollection{${key},\n${fields.map(([name, text]) => `  ${name} = {${text}},`).join('\n')}\n}`;
}

function readHead(): Cited {
  const data = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}');
  return {
    title: data.name ?? document.title,
    book: data.isPartOf?.name ?? '',
    authors: (data.author ?? []).map((author: { name: string }) => author.name),
    address: data.url ?? location.href,
    visited: new Date().toISOString().slice(0, 10),
  };
}

function makeDialog(): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'tool-dialog';
  element.ariaLabel = 'Cite this section';
  const cited = readHead();
  const form = document.createElement('form');
  form.method = 'dialog';
  form.append(
    field('Citation', citation(cited)),
    field('BibTeX', bibtex(cited)),
    pressButton('Close', () => element.close()),
  );
  element.append(form);
  document.body.append(element);
  return element;
}

function field(name: string, text: string): HTMLElement {
  const box = document.createElement('div');
  const area = document.createElement('textarea');
  Object.assign(area, { readOnly: true, rows: text.split('\n').length + 2, value: text, ariaLabel: name });
  const copy = pressButton(`Copy ${name}`, async () => {
    const isCopied = await copyText(text);
    announce(isCopied ? `${name} copied` : 'Copying is not allowed here; take the text from its field.');
    if (!isCopied) area.select();
  });
  box.append(area, copy);
  return box;
}
