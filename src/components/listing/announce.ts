/** Speaks through the page's one polite live region, which the widgets use as well. */
const ID = 'announcer';

export function announce(sentence: string): void {
  const region = document.getElementById(ID) ?? document.createElement('div');
  if (!region.isConnected) {
    region.id = ID;
    region.className = 'visually-hidden';
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  region.textContent = sentence;
}
