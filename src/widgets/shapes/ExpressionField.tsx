import { type ReactNode, useId } from 'react';
import { LONGEST } from '../../shapes/index.ts';

/** The line that the expression is typed into; text until it can be used. */
export function ExpressionField(props: {
  readonly text: string;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
  readonly onSettle: () => void;
}): ReactNode {
  const { text, disabled, onChange, onSettle } = props;
  const id = useId();
  if (disabled)
    return (
      <div className="expression">
        <span className="expression-label">Expression</span>
        <span className="expression-field">{text}</span>
      </div>
    );
  return (
    <div className="expression">
      <label className="expression-label" htmlFor={id}>
        Expression
      </label>
      <input
        id={id}
        className="expression-field"
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onSettle}
        onKeyDown={(event) => event.key === 'Enter' && onSettle()}
      />
    </div>
  );
}
