/**
 * The places of a section's text that show what follows from its figures. The build numbers them and leaves the number on
 * the element (`data-n`); the page fetches the list when a reader first changes or asks about a number. Plain JSON.
 */
import type { Guard, TemplateElement } from '../slots/index.ts';

/** A slot by its spelling, as `slotKey` gives it: `W @ x:.2f`. */
export type SlotKey = string;

export type Place = TextPlace | FormulaPlace | MatrixPlace | RaisesPlace | ClaimPlace | WidgetPlace;

/** A number in prose. */
interface TextPlace {
  readonly kind: 'text';
  readonly slot: SlotKey;
}

/** A formula with slots; one that stands in a line may be broken into several `<math>` elements. */
export interface FormulaPlace {
  readonly kind: 'formula';
  readonly maths: TemplateElement;
  /** How many `<math>` elements the build made of it. */
  readonly pieces: number;
  /** For an equation on a line of its own, what its button copies. */
  readonly latex?: readonly LatexPart[];
}

/** LaTeX as it is written, or a slot in it. */
export type LatexPart = string | { readonly slot: SlotKey; readonly guard?: Guard };

/** A `<Matrix>`. */
export interface MatrixPlace {
  readonly kind: 'matrix';
  readonly slot: SlotKey;
  readonly drawing: MatrixDrawing;
}

/** What an author says about a `<Matrix>` besides its value. */
export interface MatrixDrawing {
  readonly name?: string;
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
  readonly hue?: 'x' | 'w' | 'b' | 'z' | 'a';
}

/** A `<Raises>`: the expressions, in the order in which their errors are shown. */
export interface RaisesPlace {
  readonly kind: 'raises';
  readonly slots: readonly SlotKey[];
}

/** A `<Claim>`, and the operands that are named where it no longer holds. */
export interface ClaimPlace {
  readonly kind: 'claim';
  readonly that: SlotKey;
  readonly operands: readonly SlotKey[];
}

/** A widget: the slot of each figure that it starts with. */
interface WidgetPlace {
  readonly kind: 'widget';
  readonly figures: Readonly<Record<string, SlotKey>>;
}
