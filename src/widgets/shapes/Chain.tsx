/** The expression as a chain of shapes: each step's operands as boxes, one field for each axis, whose inner edges meet. */
import type { ReactNode } from 'react';
import type { LibraryCheck, Operand, Rule, ShapeFailure, ShapeStep } from '../../shapes/index.ts';
import { failureRule, namedShape, nameWarning, stepRule } from './words.ts';

export function Chain({ check }: { readonly check: LibraryCheck }): ReactNode {
  const failure = check.kind === 'raised' ? check.failure : undefined;
  return (
    <ol className="shape-chain">
      {check.steps.map((step, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
        <li key={k} className="shape-step">
          <Step step={step} />
        </li>
      ))}
      {failure !== undefined && failure.operands.length > 0 && (
        <li className="shape-step" data-fails="true">
          <Failure failure={failure} />
        </li>
      )}
    </ol>
  );
}

function Step({ step }: { readonly step: ShapeStep }): ReactNode {
  const { rule, operator, operands, result } = step;
  const warning = nameWarning(step);
  return (
    <>
      <div className="shape-line">
        <Operands rule={rule} operator={operator} operands={operands} clashes={[]} />
        <span className="product-sign">→</span>
        <Box operand={result} isResult />
      </div>
      <p className="widget-note">{stepRule(step)}</p>
      {warning !== undefined && <p className="shape-warning">{warning}</p>}
    </>
  );
}

function Failure({ failure }: { readonly failure: ShapeFailure }): ReactNode {
  const { rule, operator, operands, clashes } = failure;
  return (
    <>
      <div className="shape-line">
        <Operands rule={rule} operator={operator} operands={operands} clashes={clashes} />
        <span className="product-sign">→</span>
        <span className="shape-none">no shape</span>
      </div>
      <p className="shape-warning">{failureRule(failure)}</p>
    </>
  );
}

/** Factors of a product stand edge to edge; what works entry by entry stands one above the other, aligned from the right. */
function Operands(props: {
  readonly rule: Rule;
  readonly operator: string;
  readonly operands: readonly Operand[];
  readonly clashes: ShapeFailure['clashes'];
}): ReactNode {
  const { rule, operator, operands, clashes } = props;
  const isProduct = rule === 'matmul';
  const inner = (k: number, { sizes }: Operand) =>
    k === 0 ? sizes.length - 1 : Math.max(0, sizes.length - 2);
  const isMarked = (k: number, operand: Operand, axis: number) =>
    isProduct
      ? operands.length === 2 && axis === inner(k, operand)
      : clashes.some(([left, right]) => operand.sizes[axis] === (k === 0 ? left : right));
  return (
    <div
      className="shape-operands"
      data-rule={isProduct ? 'product' : 'aligned'}
      data-clash={clashes.length > 0}
    >
      {operands.map((operand, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an operand is its place.
        <div className="shape-operand" key={k}>
          {k > 0 && (
            <span className="shape-operator">{clashes.length > 0 && isProduct ? '≠' : operator}</span>
          )}
          <Box operand={operand} isMarked={(axis) => isMarked(k, operand, axis)} />
        </div>
      ))}
      {operands.length === 1 && <span className="shape-operator">{operator}</span>}
    </div>
  );
}

function Box(props: {
  readonly operand: Operand;
  readonly isResult?: boolean;
  readonly isMarked?: (axis: number) => boolean;
}): ReactNode {
  const { operand, isResult = false, isMarked } = props;
  const { text, sizes, names } = operand;
  return (
    <span className="shape-box" data-result={isResult || undefined}>
      {!isResult && <code className="shape-text">{text}</code>}
      <span className="visually-hidden">{namedShape(sizes, names)}</span>
      <span className="shape-axes" aria-hidden="true">
        {sizes.length === 0 && <span className="shape-axis">one number</span>}
        {sizes.map((size, axis) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its place.
          <span className="shape-axis" key={axis} data-marked={isMarked?.(axis) || undefined}>
            <b>{size}</b>
            {names[axis] !== undefined && <small>{names[axis]}</small>}
          </span>
        ))}
      </span>
    </span>
  );
}
