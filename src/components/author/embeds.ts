/** The widgets that have a page of their own for other people's slides and courses, at `/embed/<name>/`. */
import type { ComponentName } from '../../markdown/index.ts';

/** By the name that a widget has in addresses: what draws it, and what its page is called. */
export const embeds = {
  vector: { component: 'VectorWidget', title: 'Vector' },
  dot: { component: 'DotProductWidget', title: 'Dot product' },
  transform: { component: 'MatrixTransformWidget', title: 'Matrix transform' },
  matmul: { component: 'MatmulWidget', title: 'Matrix multiplication' },
} as const satisfies Record<string, { component: ComponentName; title: string }>;

export type EmbedName = keyof typeof embeds;

/**
 * The address of a widget's own page as the page at `path` writes it. It is relative because it stands in a prop, where
 * the build cannot make it so.
 */
export function embedAddress(name: EmbedName, path: string): string {
  return `${'../'.repeat(path.split('/').length - 2) || './'}embed/${name}/`;
}
