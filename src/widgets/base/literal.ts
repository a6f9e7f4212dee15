/** A widget's state as Python would write it: what a listing needs to run with the reader's own numbers. */

/** A name of the listing and the value it gets. */
export type Literal = {
  readonly name: string;
  readonly value: number | readonly number[] | readonly (readonly number[])[];
};

/** Hands a state over to the listing that the widget illustrates; a page that has no live listing leaves it out. */
export type SendToListing = (literals: readonly Literal[]) => void;

/** `np.array([3.0, 2.0])`, or a bare number: every number a float, as the chapter's listings write them. */
export function literalText({ value }: Literal): string {
  return typeof value === 'number' ? float(value) : `np.array(${nested(value)})`;
}

function nested(value: number | readonly (number | readonly number[])[]): string {
  return typeof value === 'number' ? float(value) : `[${value.map(nested).join(', ')}]`;
}

function float(value: number): string {
  const text = String(value);
  return Number.isInteger(value) && !text.includes('e') ? `${text}.0` : text;
}
