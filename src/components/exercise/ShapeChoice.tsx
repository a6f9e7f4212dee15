import { type ReactNode, useId } from 'react';

interface Props {
  readonly shape: readonly number[];
  readonly isLive: boolean;
  readonly onChange: (shape: readonly number[]) => void;
}

/** Lengths that an axis can have here. */
const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((length) => <option key={length}>{length}</option>);

/** Chooses a shape: how many axes, and how long each is. */
export function ShapeChoice({ shape, isLive, onChange }: Props): ReactNode {
  const id = useId();
  const [first = 1, second = 1] = shape;
  const isMatrix = shape.length === 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the text of a legend does not stand in line with the fields.
    <div className="shape-choice" role="group" aria-label="Shape">
      <span>First the shape</span>
      <Field
        id={`${id}-axes`}
        label="axes"
        isLive={isLive}
        value={shape.length}
        onChange={(axes) => onChange(axes === 2 ? [first, second] : [first])}
      >
        <option value="1">one, a vector</option>
        <option value="2">two, a matrix</option>
      </Field>
      <Field
        id={`${id}-first`}
        label={isMatrix ? 'rows' : 'length'}
        isLive={isLive}
        value={first}
        onChange={(length) => onChange(isMatrix ? [length, second] : [length])}
      >
        {LENGTHS}
      </Field>
      {isMatrix && (
        <Field
          id={`${id}-second`}
          label="columns"
          isLive={isLive}
          value={second}
          onChange={(length) => onChange([first, length])}
        >
          {LENGTHS}
        </Field>
      )}
    </div>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly isLive: boolean;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly children: ReactNode;
}

/** A field to choose from; until the page can answer, only its room, as browsers lay out every field once a page is loaded. */
function Field({ id, label, isLive, value, onChange, children }: FieldProps): ReactNode {
  return (
    <span className="shape-field">
      {isLive ? <label htmlFor={id}>{label}</label> : <span>{label}</span>}
      {isLive ? (
        <select id={id} value={value} onChange={({ target }) => onChange(Number(target.value))}>
          {children}
        </select>
      ) : (
        <span className="select" />
      )}
    </span>
  );
}
