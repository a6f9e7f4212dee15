import { type ReactNode, useId, useState } from 'react';
import type { Drawn, Why } from '../../exercise/index.ts';
import { announce } from '../../reader/index.ts';
import type { FilledNode, TemplateNode } from '../../slots/index.ts';
import { Filled, plainText } from '../listing/Filled.tsx';

interface Props {
  readonly why: Why;
  readonly drawn: NonNullable<Drawn['why']>;
  /** Fills a text with the numbers that were drawn. */
  readonly filled: (nodes: readonly TemplateNode[]) => FilledNode[];
}

/** The second step of an exercise, once its answer is right: which reason holds. It can be tried as often as one likes. */
export function WhyStep({ why, drawn, filled }: Props): ReactNode {
  const [chosen, setChosen] = useState<string>();
  const [judged, setJudged] = useState<string>();
  const name = useId();
  const reasons = drawn.offered.flatMap((each) => why.reasons.find((reason) => reason.name === each) ?? []);
  const isRight = judged === drawn.holds;
  const words = filled(reasons.find((reason) => reason.name === judged)?.words ?? []);
  return (
    <form
      className="answer why"
      onSubmit={(event) => {
        event.preventDefault();
        setJudged(chosen);
        const isHolding = chosen === drawn.holds;
        const said = filled(reasons.find((reason) => reason.name === chosen)?.words ?? []);
        announce(isHolding ? 'Right.' : `Not yet. ${plainText(said)}`);
      }}
    >
      <fieldset className="options" aria-disabled={isRight}>
        <legend>
          <Filled nodes={filled(why.question)} />
        </legend>
        {reasons.map((reason) => (
          <label key={reason.name}>
            <input
              type="radio"
              name={name}
              required
              checked={chosen === reason.name}
              onChange={() => {
                if (isRight) return;
                setChosen(reason.name);
                setJudged(undefined);
              }}
            />
            <span>
              <Filled nodes={filled(reason.text)} />
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button primary">
        Check the reason
      </button>
      {judged !== undefined && (
        <div className="verdict" data-verdict={isRight ? 'right' : 'wrong'}>
          <p>
            <b>{isRight ? 'Right.' : 'Not yet.'}</b>
          </p>
          {!isRight && <Filled nodes={words} />}
        </div>
      )}
    </form>
  );
}
