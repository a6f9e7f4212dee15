/** Asks what to print: the whole section or a part of it, with the essential state of each line or with all states. */
import { pressButton } from './press-button.ts';

let dialog: HTMLDialogElement | undefined;

export function openPrintDialog(): void {
  dialog ??= makeDialog();
  dialog.showModal();
}

function makeDialog(): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'tool-dialog';
  element.ariaLabel = 'Print';
  const parts = [...document.querySelectorAll('article > .part')];
  const what = document.createElement('select');
  what.append(new Option('The whole section', ''));
  for (const [index, part] of parts.entries())
    what.append(new Option(part.querySelector('h2')?.firstChild?.textContent ?? '', String(index)));
  const states = document.createElement('input');
  states.type = 'checkbox';
  const form = document.createElement('form');
  form.method = 'dialog';
  form.append(
    labelled('What', what),
    labelled('All states: what each line reads, every iteration, the console', states),
    pressButton('Print', () => printPage(parts[Number(what.value || Number.NaN)], states.checked), 'submit'),
    pressButton('Close', () => element.close()),
  );
  element.append(form);
  document.body.append(element);
  return element;
}

function labelled(text: string, control: HTMLElement): HTMLLabelElement {
  const label = document.createElement('label');
  label.append(control, text);
  return label;
}

/** Prints the page, or one part of it; the style sheet for paper reads the marks that are set meanwhile. */
function printPage(part: Element | undefined, withAllStates: boolean): void {
  dialog?.close();
  const page = document.documentElement;
  page.toggleAttribute('data-print-part', part !== undefined);
  part?.toggleAttribute('data-printed', true);
  if (withAllStates) page.dataset['printStates'] = 'all';
  addEventListener(
    'afterprint',
    () => {
      page.removeAttribute('data-print-part');
      page.removeAttribute('data-print-states');
      part?.removeAttribute('data-printed');
    },
    { once: true },
  );
  print();
}
