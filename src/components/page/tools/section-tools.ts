/** The buttons of a section: what each does is fetched when it is pressed. */

const TOOLS = new Map([['print', async () => (await import('./print-dialog.ts')).openPrintDialog()]]);

export function offerSectionTools(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-tool]')) {
    const use = TOOLS.get(button.dataset['tool'] ?? '');
    if (use === undefined) continue;
    button.disabled = false;
    button.addEventListener('click', use);
  }
}
