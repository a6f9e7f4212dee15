/** What a page fetches when a reader first predicts: what is asked, how it is judged, and what draws it. */
import { type AskedPrediction, askedPrediction } from '../../../exercise/index.ts';
import type { Prediction } from '../../../listing/index.ts';
import { PredictBox } from './PredictBox.tsx';

export interface AskedQuestion {
  readonly prediction: Prediction;
  readonly asked: AskedPrediction;
  readonly Box: typeof PredictBox;
}

/** Returns the question of a prediction stop; undefined if its line has no result to ask for. */
export function questionOf(prediction: Prediction): AskedQuestion | undefined {
  const asked = askedPrediction(prediction);
  return asked && { prediction, asked, Box: PredictBox };
}
