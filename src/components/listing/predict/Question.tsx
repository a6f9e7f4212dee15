import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { AskedPrediction } from '../../../exercise/index.ts';
import { shapeText } from '../../../listing/index.ts';
import { Matrix } from '../../../matrix/index.ts';

interface Props {
  readonly asked: AskedPrediction;
  /** Of an array, the shape is asked for until it is known. */
  readonly isShapeKnown: boolean;
  /** The place of a field that could not be read, and why. */
  readonly problem: { readonly field: number; readonly text: string } | undefined;
  readonly onAnswer: (typed: readonly string[]) => void;
  readonly onSkip: () => void;
}

/** The fields of a prediction: a shape, some cells of an array, the numbers of a printed line, or the line. */
export function Question({ asked, isShapeKnown, problem, onAnswer, onSkip }: Props): ReactNode {
  const isShape = asked.form === 'shape' || (asked.form === 'array' && !isShapeKnown);
  const count =
    isShape || asked.form === 'text' ? 1 : asked.form === 'array' ? asked.asked.length : asked.numbers.length;
  const [typed, setTyped] = useState<readonly string[]>(() => Array.from({ length: count }, () => ''));
  const fields = useRef(new Map<number, HTMLInputElement>());
  useEffect(() => fields.current.get(0)?.focus(), []);
  useEffect(() => {
    if (problem !== undefined) fields.current.get(problem.field)?.focus();
  }, [problem]);
  const field = (k: number, label: string, isNumber: boolean) => (
    <input
      key={k}
      ref={(element) => {
        if (element) fields.current.set(k, element);
        else fields.current.delete(k);
      }}
      className={isNumber ? 'predict-number' : 'predict-text'}
      aria-label={label}
      aria-invalid={problem?.field === k || undefined}
      inputMode={isNumber ? 'text' : undefined}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      value={typed[k] ?? ''}
      onChange={({ target }: ChangeEvent<HTMLInputElement>) => setTyped(typed.with(k, target.value))}
    />
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(typed);
      }}
    >
      {isShape ? (
        <p>
          {asked.form === 'array' ? 'Which shape has what it prints?' : 'Which shape does it print?'}{' '}
          {field(0, 'Shape, such as (2, 3), or error', false)}
        </p>
      ) : (
        <Values asked={asked} field={field} />
      )}
      {problem && <p role="alert">{problem.text}</p>}
      <p className="predict-buttons">
        <button type="submit">Answer</button>
        <button type="button" onClick={onSkip}>
          Skip <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

interface ValuesProps {
  readonly asked: Exclude<AskedPrediction, { form: 'shape' }>;
  readonly field: (k: number, label: string, isNumber: boolean) => ReactNode;
}

function Values({ asked, field }: ValuesProps): ReactNode {
  switch (asked.form) {
    case 'text':
      return <p>What does it print? {field(0, 'What it prints', false)}</p>;
    case 'holes':
      return (
        <p className="predict-line">
          {asked.pieces.map((piece, k) => [
            piece,
            k < asked.numbers.length &&
              field(k, asked.numbers.length > 1 ? `Number ${k + 1}` : 'Number', true),
          ])}
        </p>
      );
    case 'array':
      return <Cells asked={asked} field={field} />;
    default:
      return asked satisfies never;
  }
}

function Cells({
  asked: { shape, cells, asked },
  field,
}: {
  readonly asked: Extract<AskedPrediction, { form: 'array' }>;
  readonly field: ValuesProps['field'];
}): ReactNode {
  const width = shape.length === 0 ? 1 : (shape.at(-1) ?? 1);
  const rows = Array.from({ length: cells.length / width }, (_, row) =>
    cells.slice(row * width, (row + 1) * width),
  );
  return (
    <div className="predict-grid">
      <p>{cells.length > asked.length ? 'Which numbers are missing?' : 'Which numbers?'}</p>
      <Matrix
        cells={rows}
        shape={shapeText(shape)}
        label={`What it prints, ${shapeText(shape)}`}
        renderCell={(text, row, column) => {
          const k = asked.indexOf(row * width + column);
          return k < 0
            ? text
            : field(k, rows.length > 1 ? `Row ${row}, column ${column}` : `Place ${column}`, true);
        }}
      />
    </div>
  );
}
