/** The shape checker as the text has it: the names that an expression may use follow the reader's numbers. */
import type { ShapeCheck } from '../../../shapes/index.ts';
import { ShapesWidget as Plain, type ShapesFigures } from '../../../widgets/shapes/index.tsx';
import { following } from '../following.tsx';

export const ShapesWidget = following<ShapesFigures, { readonly first: ShapeCheck }>(Plain);
