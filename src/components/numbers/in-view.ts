/** Which elements are in the window: asked of blocks, since asking an element inside a far block would lay it out. */

const BLOCKS = '.part > *, .part:not(:has(> *))';

/** Returns the blocks of the text that the window shows. */
export function blocksInView(): Element[] {
  return [...document.querySelectorAll(BLOCKS)].filter((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}

/**
 * Returns a function that gives what `blocksInView` gives, as of the last frame: asking it costs no layout. Before the first
 * frame it gives no block.
 */
export function watchBlocksInView(): () => Element[] {
  const inView = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
  });
  for (const block of document.querySelectorAll(BLOCKS)) observer.observe(block);
  return () => [...inView];
}
