/** What a slot's expression came to in Python. */

/** Every entry of an array or list as formatted text, nested as the array is. */
export type Cells = readonly (string | Cells)[];

/** A value: its Python type, its text as `format` or `str` give it, and for arrays, tensors and lists their cells. */
export interface SlotValue {
  readonly type: string;
  readonly text: string;
  readonly cells?: Cells;
  readonly dtype?: string;
  readonly shape?: readonly number[];
}

/** The exception an expression raised. */
export interface SlotException {
  readonly type: string;
  readonly message: string;
}

export type SlotResult = SlotValue | { readonly error: SlotException };

/** Whether an expression raised instead of giving a value. */
export function raised(result: SlotResult): result is { readonly error: SlotException } {
  return 'error' in result;
}
