/**
 * Returns the key that storage uses for a name. Browsers keep storage by origin, and one origin may hold several books: a
 * key therefore carries the book's name and the path of its root, such as "Wx + b /books/wx/ theme".
 *
 * Both come from elements that every page has in its head. `theme-script.ts` runs before any module and has this function in
 * words of its own.
 */
export function storageKey(name: string): string {
  const bookName = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? '';
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href;
  return `${bookName} ${new URL('.', icon ?? location.href).pathname} ${name}`;
}
