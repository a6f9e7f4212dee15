/** What an author wrote about a program, compiled: plain JSON that the page fetches. Texts end their lines with line feeds. */
import type { Hue } from '../../explain/index.ts';
import type { Slot, TemplateNode } from '../../slots/index.ts';
import type { PredictionSource } from './prediction-source.ts';

export type Library = 'NumPy' | 'PyTorch';

/** A program with its notes. */
export interface ListingSource {
  /** The file's name alone: `vectors.py`. */
  readonly file: string;
  readonly title: string;
  readonly library: Library;
  /** The program without its markers. */
  readonly text: string;
  /** For a variable the names of its axes, such as `n` for rows that are neurons. */
  readonly axes: readonly (readonly [variable: string, names: readonly string[]])[];
  readonly hues: readonly (readonly [variable: string, hue: Hue])[];
  /** In the order of the lines. */
  readonly notes: readonly NoteTemplate[];
  /** Notes whose counterparts in the twin an author has named: this file's marker, and the twin's. */
  readonly twins: readonly (readonly [own: string, twin: string])[];
}

/** What an author wrote about one line, parsed, with holes where values go. */
export interface NoteTemplate {
  readonly marker: string;
  /** The first line of the statement in `ListingSource.text`, from 1. */
  readonly line: number;
  readonly title: readonly TemplateNode[];
  readonly body: readonly TemplateNode[];
  /** The slots of title and body, evaluated each time the line has run; the last values fill the note. */
  readonly slots: readonly Slot[];
  /** Present where a reader may say, before the line runs, what it will print. */
  readonly prediction?: PredictionSource;
}

/** An entry of the reference, parsed. */
export interface ReferenceTemplate {
  /** As listings find it: `np.dot`, `Tensor.item`, `@`, `[:, j]`. */
  readonly name: string;
  readonly kind: string;
  readonly signature: string;
  readonly returns: readonly TemplateNode[];
  /** The name of what does the same in the other library. */
  readonly counterpart?: string;
  readonly trap?: readonly TemplateNode[];
  readonly text: readonly TemplateNode[];
}
