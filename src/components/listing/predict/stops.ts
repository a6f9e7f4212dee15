/** Where a program can be predicted. */
import type { ListingView } from '../../../listing/index.ts';
import type { PositionAction } from '../position.ts';

/** Which stops a reader wants: none, those of a first reading, or all. */
export type Wanted = 'none' | 'main' | 'all';

/** A line before which a question comes. */
export interface PredictionStop {
  readonly marker: string;
  readonly line: number;
}

/** Returns the stops whose lines are in the text and ran, in the order of the lines. */
export function predictionStops({ source, panels }: ListingView, wanted: Wanted): PredictionStop[] {
  if (wanted === 'none') return [];
  const known = new Map(source.notes.map(({ marker, prediction }) => [marker, prediction]));
  return panels.flatMap(({ line, note, steps }) => {
    const prediction = note && known.get(note.marker);
    if (note === undefined || prediction === undefined || steps.length === 0) return [];
    return wanted === 'all' || prediction.isDefault ? [{ marker: note.marker, line }] : [];
  });
}

/** Returns whether an action may show a line that has not been shown before: going back never does, and "Last" gives up. */
export function leadsOn(action: PositionAction): boolean {
  if (action.type === 'go') return action.to === 'forward';
  return (
    action.type === 'tick' || action.type === 'choose' || action.type === 'stop' || action.type === 'play'
  );
}
