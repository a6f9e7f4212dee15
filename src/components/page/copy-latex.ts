/** The "Copy LaTeX" buttons of the equations. */

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // not a secure context, or permission refused
  }
}

export function offerLatex(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy-latex')) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const copied = await copy(button.dataset['latex'] ?? '');
      button.textContent = copied ? 'Copied' : 'Not allowed here';
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
