import { type KeyboardEvent, type PointerEvent, type ReactNode, useContext, useRef } from 'react';
import { type Literal, turned } from '../../../listing/live/index.ts';
import { ProgramContext } from '../program-context.ts';

interface Props {
  readonly literal: Literal;
  /** Whether it differs from the book's. */
  readonly isChanged: boolean;
  /** Whether its line is the chosen one: only then it is a stop for the Tab key. */
  readonly isAtHand: boolean;
  /** Another number, as it is written; `gesture` while a drag goes on. */
  readonly onTurn: (number: string, gesture?: string) => void;
  readonly onSettle: () => void;
  /** Opens the field and the buttons for fingers; `byFinger`: without calling up the keyboard. */
  readonly onOpen: (byFinger: boolean) => void;
}

/** So far a pointer goes sideways for one step. */
const STEP_PX = 8;
const MANY = 10;

const KEYS = new Map([
  ['ArrowUp', 1],
  ['ArrowRight', 1],
  ['ArrowDown', -1],
  ['ArrowLeft', -1],
  ['PageUp', MANY],
  ['PageDown', -MANY],
]);

/** A number of a program: arrow keys and a drag sideways turn it by one in its last digit; a press opens a field for it. */
export function NumberControl({ literal, isChanged, isAtHand, onTurn, onSettle, onOpen }: Props): ReactNode {
  const { isEntered } = useContext(ProgramContext);
  const drag = useRef<{ readonly x: number; readonly literal: Literal; steps: number }>(undefined);
  const byKey = (event: KeyboardEvent) => {
    const steps = KEYS.get(event.key);
    if (steps !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      onTurn(turned(literal, event.shiftKey ? steps * MANY : steps));
    } else if (event.key === 'Enter' || /^[-.\d]$/.test(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      onOpen(false);
    }
  };
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch' || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, literal, steps: 0 };
  };
  const move = (event: PointerEvent) => {
    if (drag.current === undefined) return;
    const steps = Math.trunc((event.clientX - drag.current.x) / STEP_PX) * (event.shiftKey ? MANY : 1);
    if (steps === drag.current.steps) return;
    drag.current.steps = steps;
    onTurn(turned(drag.current.literal, steps), `drag ${literal.from}`);
  };
  const end = (event: PointerEvent) => {
    const ended = drag.current;
    drag.current = undefined;
    if (ended === undefined) return;
    if (ended.steps === 0 && event.type === 'pointerup') onOpen(false);
    else onSettle();
  };
  return (
    <span
      className="number"
      role="spinbutton"
      tabIndex={isEntered && isAtHand ? 0 : -1}
      aria-label={labelOf(literal)}
      aria-valuenow={literal.value}
      aria-valuetext={literal.text.replace('-', '−')}
      data-changed={isChanged || undefined}
      onKeyDown={byKey}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onClick={(event) => {
        event.stopPropagation();
        if (event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch')
          onOpen(true);
      }}
    >
      {literal.text}
    </span>
  );
}

/** "W[0, 1]", or "Number in line 4" for one that is no entry of a list. */
export function labelOf({ name, places = [], line }: Literal): string {
  if (name === undefined) return `Number in line ${line}`;
  return places.length === 0 ? name : `${name}[${places.join(', ')}]`;
}
