/** What each component that an author writes is drawn by; its props are checked in src/markdown/components.ts. */
import type { ComponentName } from '../../markdown/index.ts';
import Aside from './Aside.astro';
import BroadcastingFigure from './BroadcastingFigure.astro';
import Callout from './Callout.astro';
import Claim from './Claim.astro';
import DotProductFigure from './DotProductFigure.astro';
import Exercise from './Exercise.astro';
import Fault from './Fault.astro';
import Figure from './Figure.astro';
import Fold from './Fold.astro';
import ForwardPassFigure from './ForwardPassFigure.astro';
import Listing from './Listing.astro';
import MatmulFigure from './MatmulFigure.astro';
import Matrix from './Matrix.astro';
import MatrixTransformFigure from './MatrixTransformFigure.astro';
import Plot from './Plot.astro';
import Progress from './Progress.astro';
import Raises from './Raises.astro';
import ReshapeFigure from './ReshapeFigure.astro';
import ShapesFigure from './ShapesFigure.astro';
import Table from './Table.astro';
import VectorFigure from './VectorFigure.astro';

export const authorComponents = {
  Aside,
  Callout,
  Claim,
  Fault,
  Exercise,
  Figure,
  Fold,
  Listing,
  Matrix,
  Plot,
  Progress,
  Raises,
  Table,
  VectorWidget: VectorFigure,
  DotProductWidget: DotProductFigure,
  MatrixTransformWidget: MatrixTransformFigure,
  MatmulWidget: MatmulFigure,
  ForwardPassWidget: ForwardPassFigure,
  BroadcastingWidget: BroadcastingFigure,
  ReshapeWidget: ReshapeFigure,
  ShapesWidget: ShapesFigure,
} satisfies Record<ComponentName, unknown>;
