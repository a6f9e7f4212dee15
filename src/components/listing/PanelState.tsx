import { type ReactNode, useMemo } from 'react';
import { type ListingView, originOf, type Panel, stateAt } from '../../listing/index.ts';
import { OriginView } from './OriginView.tsx';
import type { NumberPlace } from './position.ts';
import { Scrubber } from './Scrubber.tsx';
import { StateView } from './StateView.tsx';

interface Props {
  readonly view: ListingView;
  readonly panel: Panel;
  readonly step: number | undefined;
  readonly origin: NumberPlace | undefined;
  readonly onStop: (step: number) => void;
  readonly onAsk: (of: NumberPlace) => void;
}

/** The state of a line at one of its steps: the first until the reader chooses another. */
export function PanelState({ view, panel, step, origin, onStop, onAsk }: Props): ReactNode {
  const { steps } = panel;
  const shown = step !== undefined && steps.includes(step) ? step : steps[0];
  const state = useMemo(() => (shown === undefined ? undefined : stateAt(view, shown)), [view, shown]);
  const answer = useMemo(
    () => (origin !== undefined && origin.at === shown ? originOf(view, origin) : undefined),
    [view, origin, shown],
  );
  if (state === undefined || shown === undefined) return null;
  return (
    <>
      {steps.length > 1 && <Scrubber steps={steps} step={shown} name={state.iteration} onStop={onStop} />}
      <StateView
        state={state}
        isNamed={steps.length === 1}
        onAsk={({ name, step: writer = shown }, cell) => onAsk({ at: shown, step: writer, name, cell })}
      />
      {answer && <OriginView origin={answer} />}
    </>
  );
}
