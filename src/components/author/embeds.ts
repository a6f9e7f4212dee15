/** The widgets that have a page of their own for other people's slides and courses, at `/embed/<name>/`. */
import type { ComponentName } from '../../markdown/index.ts';
import type { TITLES } from '../../widgets/index.ts';

/** What draws a widget, by the name that it has in addresses. */
export const embeds = {
  vector: 'VectorWidget',
  dot: 'DotProductWidget',
  transform: 'MatrixTransformWidget',
  matmul: 'MatmulWidget',
  forward: 'ForwardPassWidget',
  broadcasting: 'BroadcastingWidget',
  reshape: 'ReshapeWidget',
  shapes: 'ShapesWidget',
} as const satisfies Record<keyof typeof TITLES, ComponentName>;

export type EmbedName = keyof typeof embeds;

/** Returns the address of a widget's own page as the page at `path` writes it. */
export function embedAddress(name: EmbedName, path: string): string {
  return relativeAddress(`/embed/${name}/`, path);
}

/**
 * Returns an address that begins at the site's root as the page at `path` writes it: for props, where the build does not make
 * addresses relative.
 */
export function relativeAddress(address: string, path: string): string {
  return `${'../'.repeat(path.split('/').length - 2) || './'}${address.slice(1)}`;
}
