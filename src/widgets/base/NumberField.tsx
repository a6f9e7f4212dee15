import { type ChangeEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { numberText } from '../../explain/index.ts';
import { announce } from '../../reader/index.ts';
import { LIMIT, readNumber } from './read-number.ts';

/** Typing that rests this long is done: the picture may take its new reach. */
const TYPING_PAUSE_MS = 700;

export type NumberFieldProps = {
  readonly label: string;
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
  readonly onSettle: () => void;
};

/**
 * A field for a number. While it is being typed in, it keeps what was typed; whatever is a number takes effect at once,
 * held within the limits. What was not taken, or was held, is said beside the field until it is typed in again.
 *
 * Until it can be used it is text: once a page is loaded, browsers lay out every field of a form, wherever it is, to see whether
 * they could fill it in, and with it the far figure that should have waited.
 */
export function NumberField({ label, value, disabled, onChange, onSettle }: NumberFieldProps): ReactNode {
  const [typed, setTyped] = useState<string>();
  const [note, setNote] = useState<string>();
  const noteId = useId();
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    const text = event.target.value;
    setTyped(text);
    const read = readNumber(text);
    setNote(read.kind === 'held' ? heldNote(read.value) : undefined);
    clearTimeout(pause.current);
    if (read.kind === 'refused') return;
    onChange(read.value);
    pause.current = setTimeout(onSettle, TYPING_PAUSE_MS);
  };
  const leave = () => {
    clearTimeout(pause.current);
    if (typed !== undefined && readNumber(typed).kind === 'refused') {
      const refused = refusedNote(typed, value);
      setNote(refused);
      announce(refused, 'now');
    }
    setTyped(undefined);
    onSettle();
  };
  if (disabled) return <span className="number-field">{numberText(value)}</span>;
  return (
    <>
      <input
        className="number-field"
        type="text"
        inputMode="text"
        autoComplete="off"
        aria-label={label}
        aria-invalid={typed !== undefined && readNumber(typed).kind === 'refused'}
        aria-describedby={note === undefined ? undefined : noteId}
        value={typed ?? numberText(value)}
        onChange={change}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
      />
      {note !== undefined && (
        <span className="number-note" id={noteId}>
          {note}
        </span>
      )}
    </>
  );
}

function heldNote(value: number): string {
  return `Held at ${numberText(value)}: a field takes numbers from ${numberText(-LIMIT)} to ${numberText(LIMIT)}.`;
}

function refusedNote(typed: string, value: number): string {
  const what = typed.trim() === '' ? 'An empty field' : `“${typed.trim().slice(0, 20)}”`;
  return `${what} is not a number such as 3, −0.5, 1/3 or 1e6; the value is still ${numberText(value)}.`;
}
