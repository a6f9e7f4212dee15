import { type ReactNode, useId, useState } from 'react';
import type { Shape } from '../../tensor/index.ts';
import { shapeText } from '../base/index.ts';
import { readShape } from './shape-text.ts';

export type ShapeFieldProps = {
  readonly label: string;
  readonly shape: Shape;
  readonly disabled: boolean;
  /** Whether one size may be −1, which the library works out. */
  readonly mayInfer?: boolean;
  readonly onChange: (shape: Shape) => void;
  readonly onSettle: () => void;
};

/**
 * A field for a shape. A shape takes effect as it is typed; what is none changes nothing, and the reason stands below it for
 * as long as the text does. Until it can be used it is text.
 */
export function ShapeField(props: ShapeFieldProps): ReactNode {
  const { label, shape, disabled, mayInfer = false, onChange, onSettle } = props;
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const read = typed === undefined ? undefined : readShape(typed, mayInfer);
  const text = shapeText(shape).replaceAll('-', '−');
  if (disabled)
    return (
      <span className="shape-field">
        <span>{label}</span>
        <span className="number-field">{text}</span>
      </span>
    );
  const leave = () => {
    // What was not taken stays, with its reason, until it is mended.
    if (read?.kind !== 'refused') setTyped(undefined);
    onSettle();
  };
  return (
    <label className="shape-field">
      <span>{label}</span>
      <input
        className="number-field"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={read?.kind === 'refused'}
        aria-describedby={read?.kind === 'refused' ? id : undefined}
        value={typed ?? text}
        onChange={(event) => {
          setTyped(event.target.value);
          const now = readShape(event.target.value, mayInfer);
          if (now.kind === 'shape') onChange(now.shape);
        }}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
      />
      {read?.kind === 'refused' && (
        <span className="shape-refused" id={id}>
          Not taken: {read.reason} {text} stays.
        </span>
      )}
    </label>
  );
}
