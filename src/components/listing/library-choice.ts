/** The library a reader chose, kept for the whole book: every listing follows, now and on the next visit. */
import { onRemembered, recall, remember } from '../../reader/index.ts';
import { unfoldInto } from './unfold.ts';

const KEY = 'library';
const CHOICES = ['NumPy', 'PyTorch', 'both'];

function remembered(): string | undefined {
  return CHOICES.find((choice) => choice === recall(KEY));
}

function radios(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('.listing .tab input')];
}

function show(choice: string): void {
  for (const radio of radios())
    if (radio.value === choice) {
      radio.checked = true;
      unfoldTwins(radio);
    }
}

/** The table of the twins is built when it is first wanted. */
function unfoldTwins(radio: HTMLInputElement): void {
  const twins = radio.closest('.tab')?.nextElementSibling;
  if (twins?.classList.contains('twins')) unfoldInto(twins);
}

/** Shows the remembered choice everywhere, and keeps the listings and this device in step from now on. */
export function keepLibrary(): void {
  const choice = remembered();
  if (choice !== undefined) show(choice);
  for (const radio of radios())
    radio.addEventListener('change', () => {
      // Listings above may change their height; what the reader has just touched stays where it is.
      const before = radio.getBoundingClientRect().top;
      show(radio.value);
      scrollBy({ top: radio.getBoundingClientRect().top - before, behavior: 'instant' });
      remember(KEY, radio.value);
    });
  onRemembered(KEY, (choice) => {
    if (choice !== undefined && CHOICES.includes(choice)) show(choice);
  });
}
