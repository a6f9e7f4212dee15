/** The buttons of a section: what each does is fetched when it is pressed. */
import { PRESENT_FRAGMENT } from './present-fragment.ts';

async function presentFrom(first?: number): Promise<void> {
  const { present } = await import('./present.ts');
  present(first);
}

const TOOLS = new Map([
  ['print', async () => (await import('./print-dialog.ts')).openPrintDialog()],
  ['cite', async () => (await import('./cite-dialog.ts')).openCiteDialog()],
  ['present', () => presentFrom()],
]);

export function offerSectionTools(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-tool]')) {
    const use = TOOLS.get(button.dataset['tool'] ?? '');
    if (use === undefined) continue;
    button.disabled = false;
    button.addEventListener('click', use);
  }
  const step = Number(location.hash.slice(PRESENT_FRAGMENT.length));
  if (location.hash.startsWith(PRESENT_FRAGMENT) && Number.isInteger(step)) presentFrom(step);
}
