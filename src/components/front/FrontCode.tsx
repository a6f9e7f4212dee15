import { type ReactNode, useMemo, useState } from 'react';
import type { FrontProgram } from '../../build/front/index.ts';
import type { Controls, TransformState } from '../../widgets/line/index.ts';
import { CodeLine } from '../listing/CodeLine.tsx';
import { NumberLine } from '../listing/live/NumberLine.tsx';
import { ProgramContext } from '../listing/program-context.ts';
import { literalNow, printedBy, withLiteral } from './front-numbers.ts';

interface Props {
  readonly program: FrontProgram;
  readonly state: TransformState;
  readonly controls: Controls<TransformState>;
}

/** The program of the line, whose numbers can be turned, and what it prints. */
export function FrontCode({ program, state, controls }: Props): ReactNode {
  const { file, lines, literals } = program;
  const { live, change, settle } = controls;
  const [open, setOpen] = useState<{ readonly index: number; readonly byFinger: boolean }>();
  const context = useMemo(() => ({ file, choose: undefined, isEntered: true }), [file]);
  const turned = literals.map((literal) => literalNow(literal, state));
  const bookNumbers = useMemo(() => literals.map(({ text }) => text), [literals]);
  const turn = (index: number, text: string, gesture?: string) => {
    const literal = literals[index];
    if (literal) change((before) => withLiteral(before, literal, Number(text)), gesture);
  };
  return (
    <ProgramContext value={context}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form. */}
      <div className="listing front-code" role="group" aria-label="The program">
        <div className="code">
          {lines.map((tokens, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
            <div className="line" key={k}>
              {live ? (
                <NumberLine
                  tokens={tokens}
                  line={k + 1}
                  program={{ literals, turned, turn, settle }}
                  bookNumbers={bookNumbers}
                  isChosen
                  open={open}
                  onOpen={(index, byFinger) => setOpen({ index, byFinger })}
                  onClose={() => setOpen(undefined)}
                />
              ) : (
                <CodeLine tokens={tokens} />
              )}
            </div>
          ))}
        </div>
        <p className="front-printed">
          <span>prints</span> <samp>{printedBy(state)}</samp>
        </p>
      </div>
    </ProgramContext>
  );
}
