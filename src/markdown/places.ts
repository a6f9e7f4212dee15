/** The places of a page that show what follows from its figures; the page's metadata lists them as `places`. */
import type { VFile } from 'vfile';
import type { Place } from '../figures/index.ts';

/** Returns the number of a place, which its element carries. */
export function numberOfPlace(file: VFile, place: Place): number {
  file.data.astro ??= {};
  file.data.astro.frontmatter ??= {};
  const { frontmatter } = file.data.astro;
  frontmatter['places'] ??= [];
  const places: Place[] = frontmatter['places'];
  return places.push(place) - 1;
}
