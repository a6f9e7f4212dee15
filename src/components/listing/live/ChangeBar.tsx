import type { ReactNode } from 'react';
import { ChangeActions } from '../../change/ChangeActions.tsx';
import type { LiveProgram } from './useLiveProgram.ts';

interface Props {
  readonly program: LiveProgram;
  readonly tabIndex: -1 | undefined;
  /** The address of this page with the reader's program in it. */
  readonly link: () => Promise<string>;
}

/** What can be done with a change, and what running it cost. It has its place once the reader has changed something. */
export function ChangeBar({ program, tabIndex, link }: Props): ReactNode {
  const { isChanged, canUndo, canRedo, isKept, undo, redo, reset } = program;
  if (!isChanged && !canUndo && !canRedo) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form.
    <div className="change-bar" role="group" aria-label="Your change">
      <ChangeActions
        {...{ isChanged, canUndo, canRedo, isKept, tabIndex, link }}
        onUndo={undo}
        onRedo={redo}
        onReset={reset}
        linkLabel="Link to this program"
      >
        <span className="proof">{proofOf(program)}</span>
      </ChangeActions>
    </div>
  );
}

/** "Ran in 3 ms, nothing was sent." */
function proofOf({ milliseconds, isStale }: Pick<LiveProgram, 'milliseconds' | 'isStale'>): string {
  if (milliseconds === undefined || isStale) return '';
  return `ran in ${milliseconds < 1 ? 'less than 1' : Math.round(milliseconds)} ms, nothing was sent`;
}
