import { Fragment, type ReactNode } from 'react';
import { numberText } from '../../explain/index.ts';
import { Matrix } from '../../matrix/index.ts';
import { cellTexts, counted, shapeText } from '../base/index.ts';
import type { MatmulFacts, MatmulState } from './model.ts';
import { AXES_STEPS, slicesOf } from './steps.ts';

/**
 * The product seen by its axes: f, which X and Wᵀ share, is laid upon itself; one table of products stands for each f, and
 * their sum has no f any more.
 */
export function Axes({
  state,
  facts,
}: {
  readonly state: MatmulState;
  readonly facts: MatmulFacts;
}): ReactNode {
  const { X, W, step, relu } = state;
  const [s, f, n] = [X.length, X[0]?.length ?? 0, W.length];
  const isMultiplied = step >= AXES_STEPS.multiply;
  const isSummed = step >= AXES_STEPS.sum;
  return (
    <div className="meeting">
      <table className="axes" data-met={step >= AXES_STEPS.meet}>
        <caption>The axes, by their names</caption>
        <thead>
          <tr>
            <td />
            {['s', 'f', 'n'].map((name) => (
              <th key={name} scope="col" data-shared={name === 'f'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Sizes name={`X ${shapeText([s, f])}`} sizes={[s, f, undefined]} />
          <Sizes name={`Wᵀ ${shapeText([f, n])}`} sizes={[undefined, f, n]} />
          {isMultiplied && <Sizes name={`products ${shapeText([s, f, n])}`} sizes={[s, f, n]} />}
          {isSummed && <Sizes name={`XWᵀ ${shapeText([s, n])}`} sizes={[s, 'summed away', n]} />}
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
                rowNames={counted('s', s)}
                columnNames={counted('n', n)}
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
                cells={facts.result.map((row) => row.map((value) => numberText(value)))}
                rowNames={counted('s', s)}
                columnNames={counted('n', n)}
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
  readonly name: string;
  readonly sizes: readonly (number | string | undefined)[];
}): ReactNode {
  const { name, sizes } = props;
  return (
    <tr>
      <th scope="row">{name}</th>
      {sizes.map((size, axis) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its place.
        <td key={axis} data-shared={axis === 1}>
          {size ?? '–'}
        </td>
      ))}
    </tr>
  );
}
