import type { AdjustableFigure } from './adjustable.ts';
import type { Place } from './place.ts';

/** What a page fetches of its section's figures, when a reader first changes or asks about a number. Plain JSON. */
export interface SectionFigures {
  /** `figures.py`, and its text. */
  readonly file: string;
  readonly text: string;
  readonly adjustable: readonly AdjustableFigure[];
  /** By the number on their elements. */
  readonly places: readonly Place[];
  /** For each program, of a listing or under `exercises/`, the adjustable figures that it gives the same numbers. */
  readonly programs: readonly (readonly [file: string, names: readonly string[]])[];
  /** The quantity that each name is, for its colour in worked sums. */
  readonly hues: readonly (readonly [name: string, hue: 'x' | 'w' | 'b' | 'z' | 'a'])[];
}
