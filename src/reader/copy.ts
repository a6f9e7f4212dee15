/**
 * Copies a text to the clipboard. Resolves to false where that is not allowed: in many frames, on pages without https, or
 * when the reader has refused.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
