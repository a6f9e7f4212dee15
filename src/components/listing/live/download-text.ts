/** Long enough for a browser to begin the download, which reads the text from its address. */
const KEPT_MS = 60_000;

/** Offers a text to the reader as a file to keep. */
export function downloadText(file: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/x-python' }));
  const link = document.createElement('a');
  Object.assign(link, { href: address, download: file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
