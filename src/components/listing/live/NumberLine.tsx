import type { ReactNode } from 'react';
import type { TokenLine } from '../../../listing/index.ts';
import { CodeLine, tokenElement } from '../CodeLine.tsx';
import { NumberControl } from './NumberControl.tsx';
import { NumberStepper } from './NumberStepper.tsx';
import { numberPieces } from './number-pieces.ts';
import type { LiveProgram } from './useLiveProgram.ts';

interface Props {
  readonly tokens: TokenLine;
  readonly line: number;
  /** `literals` are where the tokens have them, `turned` are their present numbers. */
  readonly program: Pick<LiveProgram, 'literals' | 'turned' | 'turn' | 'settle'>;
  /** The texts of the book's numbers, in order. */
  readonly bookNumbers: readonly string[];
  readonly isChosen: boolean;
  /** The number whose field is open, by its place among the program's literals. */
  readonly open: { readonly index: number; readonly byFinger: boolean } | undefined;
  readonly onOpen: (index: number, byFinger: boolean) => void;
  readonly onClose: () => void;
}

/** A line of a program whose numbers can be turned. */
export function NumberLine(props: Props): ReactNode {
  const { tokens, line, program, bookNumbers, isChosen, open, onOpen, onClose } = props;
  const { literals, turned, turn, settle } = program;
  const own = literals.filter((literal) => literal.line === line);
  if (own.length === 0) return <CodeLine tokens={tokens} />;
  const hasSameNumbers = bookNumbers.length === literals.length;
  const opened = open && turned[open.index];
  return (
    <>
      <code>
        {numberPieces(tokens, own).map((piece, k) => {
          if (piece.kind === 'token') return tokenElement(piece.token, k);
          const index = literals.indexOf(piece.literal);
          const literal = turned[index] ?? piece.literal;
          return (
            <NumberControl
              key={`number ${index}`}
              literal={literal}
              isChanged={hasSameNumbers && literal.text !== bookNumbers[index]}
              isAtHand={isChosen}
              onTurn={(number, gesture) => turn(index, number, gesture)}
              onSettle={settle}
              onOpen={(byFinger) => onOpen(index, byFinger)}
            />
          );
        })}
      </code>
      {open && opened?.line === line && (
        <NumberStepper
          key={open.index}
          literal={opened}
          takesFocus={!open.byFinger}
          onTurn={(number) => turn(open.index, number)}
          onClose={onClose}
        />
      )}
    </>
  );
}
