import { type ReactNode, useContext, useId } from 'react';
import { ProgramContext } from './program-context.ts';

interface Props {
  /** The steps of the line, in order, and the one that is shown. */
  readonly steps: readonly number[];
  readonly step: number;
  /** The name of the iteration that is shown: `i = 1`. */
  readonly name: string | undefined;
  readonly onStop: (step: number) => void;
}

/** Chooses one of the iterations of a loop. */
export function Scrubber({ steps, step, name, onStop }: Props): ReactNode {
  const id = useId();
  const { isEntered } = useContext(ProgramContext);
  const chosen = Math.max(0, steps.indexOf(step));
  const text = name ?? `${chosen + 1} of ${steps.length}`;
  return (
    <div className="scrubber">
      <label htmlFor={id}>Turn</label>
      <input
        id={id}
        type="range"
        tabIndex={isEntered ? undefined : -1}
        min={0}
        max={steps.length - 1}
        value={chosen}
        aria-valuetext={text}
        onChange={(event) => onStop(steps[Number(event.target.value)] ?? step)}
      />
      <output>{text}</output>
    </div>
  );
}
