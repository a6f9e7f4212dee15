import { type ReactNode, useState } from 'react';
import type { ShapeCheck } from '../../shapes/index.ts';
import { useWidget, WidgetErrorBoundary } from '../base/index.ts';
import { shapesAddress } from './address.ts';
import { knownNames, type ShapesFigures, START } from './model.ts';
import { useShapeCheck } from './useShapeCheck.ts';
import { ShapesView } from './View.tsx';
import { shapesTwin } from './words.ts';

export { knownNames, type ShapesFigures, START } from './model.ts';

type Props = {
  readonly figures: ShapesFigures;
  /** What both libraries make of the expression it starts with, run while the book was built. */
  readonly first: ShapeCheck;
  /** The address of the page that shows this widget alone. */
  readonly embed?: string;
};

/** An expression, what it does to shapes step by step, and what NumPy and PyTorch say of it. */
export function ShapesWidget(props: Props): ReactNode {
  return (
    <WidgetErrorBoundary>
      <Live {...props} />
    </WidgetErrorBoundary>
  );
}

function Live({ figures, first, embed }: Props): ReactNode {
  const [known] = useState(() => knownNames(figures));
  const [state, controls] = useWidget(START, shapesAddress, sayText);
  const checked = useShapeCheck(state.text, known, first, sayCheck);
  return <ShapesView state={state} controls={controls} checked={checked} embed={embed} />;
}

/** The expression is spoken when it is taken, and the answer when it comes. */
function sayText({ text }: { readonly text: string }): string {
  return text;
}

function sayCheck(check: ShapeCheck): string {
  return shapesTwin(check).sentence;
}
