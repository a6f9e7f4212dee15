/** Which elements are in the window: asked of blocks, since asking an element inside a far block would lay it out. */

const BLOCKS = '.part > *, .part:not(:has(> *))';

/** Returns the blocks of the text that the window shows. */
export function blocksInView(): Element[] {
  return [...document.querySelectorAll(BLOCKS)].filter((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}
