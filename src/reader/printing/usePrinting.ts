import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Returns whether the page is being printed. Browsers take the picture right after they say so, hence `flushSync`. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    const set = (to: boolean) => flushSync(() => setPrinting(to));
    const paper = matchMedia('print');
    addEventListener('beforeprint', () => set(true), { signal });
    addEventListener('afterprint', () => set(paper.matches), { signal });
    paper.addEventListener('change', () => set(paper.matches), { signal });
    return () => over.abort();
  }, []);
  return isPrinting;
}
