/**
 * Puts a fragment, such as `#vectors.py:11`, into the page's address without a new entry in the browser's history and
 * without scrolling. Does nothing where the browser refuses, as for too many changes a second or in some frames.
 */
export function showInAddress(fragment: string): void {
  try {
    history.replaceState(history.state, '', fragment);
  } catch {
    // The address then stays as it was; what the reader sees does not depend on it.
  }
}
