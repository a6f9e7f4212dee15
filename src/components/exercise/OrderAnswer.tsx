import { type ReactNode, useRef, useState } from 'react';
import { announce } from '../../reader/index.ts';
import { CheckButton, type FormProps } from './AnswerForm.tsx';

/** Lines to put in an order, each moved by its two buttons. */
export function OrderAnswer({
  exercise,
  lines,
}: FormProps & { readonly lines: readonly string[] }): ReactNode {
  const [order, setOrder] = useState(() => lines.map((_, place) => place));
  const list = useRef<HTMLOListElement>(null);
  const isFixed = !exercise.isLive || exercise.phase !== 'open';
  const move = (place: number, by: -1 | 1) => {
    const to = place + by;
    if (to < 0 || to >= order.length) return;
    const moved = [...order];
    const [line] = moved.splice(place, 1);
    if (line === undefined) return;
    moved.splice(to, 0, line);
    setOrder(moved);
    exercise.touch();
    announce(`${lines[line]}: line ${to + 1} of ${lines.length}.`);
  };
  return (
    <form
      className="answer"
      onSubmit={(event) => {
        event.preventDefault();
        exercise.answer({ kind: 'order', order });
      }}
    >
      <ol className="order" ref={list}>
        {order.map((line, place) => (
          <li key={line}>
            <code>{lines[line]}</code>
            <span>
              <Mover
                name={`Move up: ${lines[line]}`}
                sign="↑"
                isOff={isFixed || place === 0}
                onPress={() => move(place, -1)}
              />
              <Mover
                name={`Move down: ${lines[line]}`}
                sign="↓"
                isOff={isFixed || place === lines.length - 1}
                onPress={() => move(place, 1)}
              />
            </span>
          </li>
        ))}
      </ol>
      <CheckButton exercise={exercise} text="Run in this order" />
    </form>
  );
}

/** It keeps the focus where it can do nothing more, so that the keyboard is not lost. */
function Mover({
  name,
  sign,
  isOff,
  onPress,
}: {
  readonly name: string;
  readonly sign: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className="button"
      aria-label={name}
      aria-disabled={isOff}
      onClick={() => isOff || onPress()}
    >
      {sign}
    </button>
  );
}
