/** The "Copy LaTeX" buttons of the equations. */
import { copyText } from '../../reader/index.ts';

export function offerLatex(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy-latex')) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const isCopied = await copyText(button.dataset['latex'] ?? '');
      button.textContent = isCopied ? 'Copied' : 'Not allowed here';
      button.addEventListener(
        'blur',
        () => {
          button.textContent = label;
        },
        { once: true },
      );
    });
  }
}
