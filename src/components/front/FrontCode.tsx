import { type ReactNode, useMemo, useState } from 'react';
import type { FrontProgram } from '../../build/front/index.ts';
import type { Controls, TransformState } from '../../widgets/line/index.ts';
import { CodeLine, tokenElement } from '../listing/CodeLine.tsx';
import { NumberControl } from '../listing/live/NumberControl.tsx';
import { NumberStepper } from '../listing/live/NumberStepper.tsx';
import { numberPieces } from '../listing/live/number-pieces.ts';
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
  const turn = (index: number) => (text: string, gesture?: string) => {
    const literal = literals[index];
    if (literal) change((before) => withLiteral(before, literal, Number(text)), gesture);
  };
  return (
    <ProgramContext value={context}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form. */}
      <div className="listing front-code" role="group" aria-label="The program">
        <div className="code">
          {lines.map((tokens, k) => {
            const line = k + 1;
            const own = literals.filter((literal) => literal.line === line);
            const opened = open && literals[open.index];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
              <div className="line" key={k}>
                {live && own.length > 0 ? (
                  <code>
                    {numberPieces(tokens, own).map((piece, at) => {
                      if (piece.kind === 'token') return tokenElement(piece.token, at);
                      const index = literals.indexOf(piece.literal);
                      const now = literalNow(piece.literal, state);
                      return (
                        <NumberControl
                          key={`number ${index}`}
                          literal={now}
                          isChanged={now.value !== piece.literal.value}
                          isAtHand
                          onTurn={turn(index)}
                          onSettle={settle}
                          onOpen={(byFinger) => setOpen({ index, byFinger })}
                        />
                      );
                    })}
                  </code>
                ) : (
                  <CodeLine tokens={tokens} />
                )}
                {open && opened?.line === line && (
                  <NumberStepper
                    key={open.index}
                    literal={literalNow(opened, state)}
                    takesFocus={!open.byFinger}
                    onTurn={turn(open.index)}
                    onClose={() => setOpen(undefined)}
                  />
                )}
              </div>
            );
          })}
        </div>
        <p className="front-printed">
          <span>prints</span> <samp>{printedBy(state)}</samp>
        </p>
      </div>
    </ProgramContext>
  );
}
