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
} as const satisfies Record<keyof typeof TITLES, ComponentName>;

export type EmbedName = keyof typeof embeds;

/**
 * The address of a widget's own page as the page at `path` writes it. It is relative because it stands in a prop, where
 * the build cannot make it so.
 */
export function embedAddress(name: EmbedName, path: string): string {
  return `${'../'.repeat(path.split('/').length - 2) || './'}embed/${name}/`;
}
