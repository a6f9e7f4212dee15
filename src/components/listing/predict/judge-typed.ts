/** Judges what a reader types for a prediction. What is more than a number is read by Python in the worker, as answers are. */
import {
  type AskedPrediction,
  judgePredictedArray,
  judgePredictedNumbers,
  judgePredictedShape,
  judgePredictedText,
  type PredictionVerdict,
  type ReadArray,
  readPlainNumber,
  shapeText,
} from '../../../exercise/index.ts';
import type { Prediction } from '../../../listing/index.ts';

/** Begins like a list, or like what a library prints for one. */
const LIST = /^(?:(?:np|torch)\.)?(?:array|tensor)?\(?\s*\[/;

/** Returns the verdict on the texts that a reader typed into a question's fields. */
export async function judgeTyped(
  typed: readonly string[],
  prediction: Prediction,
  asked: AskedPrediction,
  isShapeKnown: boolean,
): Promise<PredictionVerdict> {
  const [text = ''] = typed;
  switch (asked.form) {
    case 'text':
      return judgePredictedText(prediction, text);
    case 'shape':
      return judgePredictedShape(prediction, asked, text);
    case 'holes':
      return judgePredictedNumbers(prediction, asked, typed, await readByPython(typed));
    case 'array':
      if (isShapeKnown) return judgePredictedNumbers(prediction, asked, typed, await readByPython(typed));
      return isWholeArray(text, prediction)
        ? judgePredictedArray(prediction, await readArray(text))
        : judgePredictedShape(prediction, asked, text);
    default:
      return asked satisfies never;
  }
}

/**
 * Returns whether a text that stands where a shape is asked for is the array itself: `[4, 6]` may be both, and is then a shape if
 * it fits.
 */
function isWholeArray(text: string, { right }: Prediction): boolean {
  if (!LIST.test(text.trim())) return false;
  const shape = shapeText(text);
  if (shape === undefined || shape === 'error') return true;
  const shapeOf = right.kind === 'result' ? right.shape : undefined;
  return String(shape) !== String(shapeOf) && String(shapeOf) === String(shape.length);
}

async function readByPython(typed: readonly string[]): Promise<ReadonlyMap<number, ReadArray>> {
  const places = [...typed.keys()].filter((place) => {
    const text = typed[place] ?? '';
    return text.trim() !== '' && readPlainNumber(text) === undefined && shapeText(text) !== 'error';
  });
  if (places.length === 0) return new Map();
  const arrays = await read(places.map((place) => typed[place] ?? ''));
  return new Map(arrays.map((array, k) => [places[k] ?? 0, array] as const));
}

async function readArray(text: string): Promise<ReadArray> {
  const [array] = await read([text]);
  return array ?? { problem: 'That cannot be read.' };
}

async function read(texts: readonly string[]): Promise<readonly ReadArray[]> {
  try {
    const { askExercise } = await import('../../exercise/ask-exercise.ts');
    const answer = await askExercise({ kind: 'read', texts });
    return answer.kind === 'read' ? answer.arrays : [];
  } catch (error) {
    const problem = `That could not be worked out here: ${String(error)}. Write plain numbers.`;
    return texts.map(() => ({ problem }));
  }
}
