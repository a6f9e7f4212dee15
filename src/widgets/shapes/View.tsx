import type { ReactNode } from 'react';
import type { LibraryCheck, ShapeCheck, ShapeRepair } from '../../shapes/index.ts';
import { LibraryErrors } from '../arrays/index.ts';
import { type Controls, shapeText, Toolbar, Widget } from '../base/index.ts';
import { TITLES } from '../titles.ts';
import { shapesAddress } from './address.ts';
import { Chain } from './Chain.tsx';
import { ExpressionField } from './ExpressionField.tsx';
import type { ShapesState } from './model.ts';
import { SHAPES_PRESETS } from './presets.ts';
import type { Checked } from './useShapeCheck.ts';
import { failureRule, printedShape, shapesTwin } from './words.ts';

export type ShapesViewProps = {
  readonly state: ShapesState;
  readonly controls: Controls<ShapesState>;
  readonly checked: Checked;
  readonly embed?: string | undefined;
};

export function ShapesView({ state, controls, checked, embed }: ShapesViewProps): ReactNode {
  const { check, isAsking, trouble } = checked;
  const [first] = check.libraries;
  const { change, settle, live } = controls;
  return (
    <Widget
      title={TITLES.shapes}
      name={shapesAddress.name}
      hint="Type shapes such as (4, 3), names such as X, W, b and x, and operators between them; an axis can have a name, (batch: 4, in: 3)."
      live={live}
      layout="below"
      twin={shapesTwin(check)}
      picture={
        <div className="shapes">
          <ExpressionField
            text={state.text}
            disabled={!live}
            onChange={(text) => change(() => ({ text }), 'text')}
            onSettle={settle}
          />
          <p className="shapes-asking" data-asking={isAsking}>
            {trouble === undefined
              ? 'Running it in both libraries…'
              : `${trouble} Reload the page to try again.`}
          </p>
          <div className="shapes-answer" aria-busy={isAsking}>
            {first !== undefined && <Chain check={first} />}
            <Verdicts check={check} />
            <Repairs
              repairs={first?.kind === 'raised' ? first.repairs : []}
              disabled={!live}
              onChoose={({ expression }) => change(() => ({ text: expression }))}
            />
          </div>
        </div>
      }
      toolbar={<Toolbar title={TITLES.shapes} controls={controls} presets={SHAPES_PRESETS} embed={embed} />}
    />
  );
}

/** What each library gives: a shape, its own words, or why it was not run. */
function Verdicts({ check: { libraries } }: { readonly check: ShapeCheck }): ReactNode {
  const raised = (library: LibraryCheck['library']) =>
    libraries.find((each): each is Extract<LibraryCheck, { kind: 'raised' }> => {
      return each.library === library && each.kind === 'raised';
    });
  const [numpy, torch] = [raised('NumPy'), raised('PyTorch')];
  const results = libraries.filter((each) => each.kind === 'shape' || each.kind === 'other');
  const failure = numpy?.failure ?? torch?.failure;
  const messages = new Set(libraries.flatMap((each) => (each.kind === 'not-run' ? [each.message] : [])));
  return (
    <>
      {results.length > 0 && (
        <dl className="shape-results">
          {results.map((each) => (
            <div key={each.library}>
              <dt>{each.library}</dt>
              <dd>
                <code>{each.kind === 'shape' ? printedShape(each.sizes, each.library) : each.type}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {(numpy ?? torch) !== undefined && (
        <LibraryErrors
          rule={failure === undefined ? 'It does not run.' : failureRule(failure)}
          numpy={numpy}
          torch={torch}
        />
      )}
      {[...messages].map((message) => (
        <p className="shape-warning" key={message}>
          {message}
        </p>
      ))}
    </>
  );
}

/** Small changes that were run; each can be taken. */
function Repairs(props: {
  readonly repairs: readonly ShapeRepair[];
  readonly disabled: boolean;
  readonly onChoose: (repair: ShapeRepair) => void;
}): ReactNode {
  const { repairs, disabled, onChoose } = props;
  if (repairs.length === 0) return null;
  return (
    <div className="shape-repairs">
      <p>These run:</p>
      <ul>
        {repairs.map((repair) => (
          <li key={repair.expression}>
            <button type="button" disabled={disabled} onClick={() => onChoose(repair)}>
              <code>{repair.expression}</code>
            </button>{' '}
            of shape {shapeText(repair.sizes)}
          </li>
        ))}
      </ul>
    </div>
  );
}
