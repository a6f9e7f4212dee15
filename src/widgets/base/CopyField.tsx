/** What a reader takes away from a widget: copied where the page may do that, else from a field. */
import type { ReactNode } from 'react';

/** A text to be taken by hand: reaching the field selects all of it. */
export function CopyField({
  label,
  text,
  takesFocus = false,
  children,
}: {
  readonly label: string;
  readonly text: string;
  /** Whether the field has the focus as soon as it is there. */
  readonly takesFocus?: boolean;
  /** What stands beside the field. */
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <p className="copy-field">
      <textarea
        ref={takesFocus ? focus : undefined}
        readOnly
        rows={2}
        aria-label={label}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      {children}
    </p>
  );
}

function focus(field: HTMLTextAreaElement | null): void {
  field?.focus();
}
