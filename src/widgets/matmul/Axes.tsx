import { Fragment, type ReactNode } from 'react';
import { numberText } from '../../explain/index.ts';
import { Matrix } from '../../matrix/index.ts';
import { cellTexts, counted, shapeText } from '../base/index.ts';
import type { MatmulFacts, MatmulState } from './model.ts';
import { namesOf, shapesOf, takingPart, vectors } from './operands.ts';
import { AXES_STEPS, slicesOf } from './steps.ts';

/**
 * The product seen by its axes: f, the axis that X and Wᵀ share, is laid upon itself; each f gives one table of products, and the
 * sum of the tables has no f.
 */
export function Axes({
  state,
  facts,
}: {
  readonly state: MatmulState;
  readonly facts: MatmulFacts;
}): ReactNode {
  const { X, W, step, relu } = takingPart(state);
  const [names, shapes, isVector] = [namesOf(state), shapesOf(state), vectors(state)];
  // A vector has no axis but the shared one.
  const s = isVector.left ? undefined : X.length;
  const n = isVector.right ? undefined : W.length;
  const f = X[0]?.length ?? 0;
  const axes = [...(s === undefined ? [] : ['s']), 'f', ...(n === undefined ? [] : ['n'])];
  const sizes = (...of: readonly (number | string | undefined)[]) =>
    of.filter((_, axis) => axes.includes(['s', 'f', 'n'][axis] ?? ''));
  const products = [s, f, n].filter((size) => size !== undefined);
  const cells = {
    ...(s !== undefined && { rowNames: counted('s', s) }),
    ...(n !== undefined && { columnNames: counted('n', n) }),
  };
  const isMultiplied = step >= AXES_STEPS.multiply;
  const isSummed = step >= AXES_STEPS.sum;
  return (
    <div className="meeting">
      <table className="axes" data-met={step >= AXES_STEPS.meet}>
        <caption>The axes, by their names</caption>
        <thead>
          <tr>
            <td />
            {axes.map((name) => (
              <th key={name} scope="col" data-shared={name === 'f'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Sizes
            axes={axes}
            name={`${names.left} ${shapeText(shapes.left)}`}
            sizes={sizes(s, f, undefined)}
          />
          <Sizes
            axes={axes}
            name={`${names.right} ${shapeText(shapes.right)}`}
            sizes={sizes(undefined, f, n)}
          />
          {isMultiplied && (
            <Sizes axes={axes} name={`products ${shapeText(products)}`} sizes={sizes(s, f, n)} />
          )}
          {isSummed && (
            <Sizes
              axes={axes}
              name={`${names.left}${names.right} ${shapeText(shapes.result)}`}
              sizes={sizes(s, 'summed away', n)}
            />
          )}
        </tbody>
      </table>
      {isMultiplied && (
        <div className="flow">
          {slicesOf(X, W).map((slice, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a feature is its number.
            <Fragment key={k}>
              {k > 0 && <span className="product-sign">+</span>}
              <Matrix
                name={`f${k}`}
                hue="z"
                label={`Products of f${k}`}
                cells={cellTexts(slice)}
                {...cells}
                shape={false}
              />
            </Fragment>
          ))}
          {isSummed && (
            <>
              <span className="product-sign">=</span>
              <Matrix
                hue={relu ? 'a' : 'z'}
                label="The result"
                shape={shapeText(shapes.result)}
                cells={facts.result.map((row) => row.map((value) => numberText(value)))}
                {...cells}
                mark={() => 'result'}
              />
            </>
          )}
        </div>
      )}
    </div>
  );
}

function Sizes(props: {
  readonly axes: readonly string[];
  readonly name: string;
  readonly sizes: readonly (number | string | undefined)[];
}): ReactNode {
  const { axes, name, sizes } = props;
  return (
    <tr>
      <th scope="row">{name}</th>
      {sizes.map((size, axis) => (
        <td key={axes[axis]} data-shared={axes[axis] === 'f'}>
          {size ?? '–'}
        </td>
      ))}
    </tr>
  );
}
