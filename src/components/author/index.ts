/** What each component that an author writes is drawn by; its props are checked in src/markdown/components.ts. */
import type { ComponentName } from '../../markdown/index.ts';
import Aside from './Aside.astro';
import Callout from './Callout.astro';
import Figure from './Figure.astro';
import Listing from './Listing.astro';
import Matrix from './Matrix.astro';
import Raises from './Raises.astro';
import Table from './Table.astro';
import Widget from './Widget.astro';

export const authorComponents = {
  Aside,
  Callout,
  Figure,
  Listing,
  Matrix,
  Raises,
  Table,
  VectorWidget: Widget,
  DotProductWidget: Widget,
  MatrixTransformWidget: Widget,
  MatmulWidget: Widget,
  ForwardPassWidget: Widget,
  BroadcastingWidget: Widget,
  ReshapeWidget: Widget,
} satisfies Record<ComponentName, unknown>;
