/** Where the value of an expression of the text comes from: the figures are a program, and the expression is its last line. */
import type { Hue } from '../../explain/index.ts';
import { runListing } from '../run/run-listing.ts';
import type { ListingSource } from '../source/listing-source.ts';
import { originOf } from './origin.ts';
import type { Origin } from './state.ts';
import { listingView } from './view-listing.ts';

/** A question about an expression over figures. Plain JSON. */
export interface ExpressionQuestion {
  readonly expression: string;
  /** A place in row-major order, for one cell of a vector or matrix. */
  readonly cell?: number;
  /** The quantity that each name is, for its colour in worked sums. */
  readonly hues: readonly (readonly [name: string, hue: Hue])[];
}

/**
 * Returns the history of an expression's value, back to the literals of the figures; undefined where it has none, as when
 * the figures do not run or the expression raises.
 *
 * @param text the figures file
 */
export function expressionOrigin(
  text: string,
  { expression, cell, hues }: ExpressionQuestion,
  milliseconds: number,
): Origin | undefined {
  const program = `${text.replace(/\n*$/, '\n')}${expression}\n`;
  const run = runListing(program, new Map(), { limits: { milliseconds } });
  if (run.kind !== 'ran' || run.exception !== null) return undefined;
  const view = listingView({ ...NO_SOURCE, hues }, run, { text: program, lines: [], notes: new Map() });
  const step = run.trace.steps.length - 1;
  return originOf(view, { step, name: expression, ...(cell !== undefined && { cell }) });
}

const NO_SOURCE: ListingSource = {
  file: '',
  title: '',
  library: 'NumPy',
  text: '',
  axes: [],
  hues: [],
  notes: [],
  twins: [],
};
