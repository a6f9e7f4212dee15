import { afterEach, describe, expect, it, vi } from 'vitest';
import { themeScript } from '../../src/components/page/theme-script.ts';
import { forget, recall, remember } from '../../src/reader/index.ts';

/** A page of the book `bookName` whose root is at `root`, with a storage that the test looks into. */
function openPage(bookName: string, root: string): Map<string, string> {
  const kept = new Map<string, string>();
  const found = new Map<string, object>([
    ['meta[property="og:site_name"]', { content: bookName }],
    ['link[rel="icon"]', { href: `https://books.example${root}favicon.svg` }],
  ]);
  vi.stubGlobal('document', {
    querySelector: (selector: string) => found.get(selector),
    documentElement: { dataset: {}, classList: { contains: () => false } },
  });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  return kept;
}

afterEach(() => vi.unstubAllGlobals());

describe('what a device remembers', () => {
  it('carries the name and the path of the book', () => {
    const kept = openPage('Wx + b', '/books/wx/');
    expect(remember('library', 'PyTorch')).toBe(true);
    expect([...kept]).toEqual([['Wx + b /books/wx/ library', 'PyTorch']]);
    expect(recall('library')).toBe('PyTorch');
    forget('library');
    expect(recall('library')).toBeUndefined();
  });

  it('is nothing, and no error, where storage is forbidden', () => {
    openPage('Wx + b', '/');
    vi.stubGlobal('localStorage', undefined);
    expect(remember('library', 'PyTorch')).toBe(false);
    expect(recall('library')).toBeUndefined();
    expect(() => forget('library')).not.toThrow();
  });

  it('is found by the script in the head under the same key', () => {
    openPage('A book', '/there/');
    remember('theme', 'dark');
    new Function(themeScript)();
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
});
