/** Returns a text as nodes, with each word that begins with one of `terms` marked. */
export function markTerms(text: string, terms: readonly string[]): (string | HTMLElement)[] {
  const wanted = new Set(terms);
  return text
    .split(/([\p{Letter}_]+)/u)
    .filter((piece) => piece !== '')
    .map((piece) => (wanted.has(piece.toLowerCase()) ? marked(piece) : piece));
}

function marked(text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}
