/** Every stop of the chapter asks something, and what each wrong program prints leads to that program. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeTyped } from '../../src/components/listing/predict/judge-typed.ts';
import {
  type AskedPrediction,
  askedPrediction,
  judgePredictedNumbers,
  judgePredictedShape,
  judgePredictedText,
  type PredictionVerdict,
} from '../../src/exercise/index.ts';
import { prepareAll, readListing } from '../../src/listing/build/index.ts';
import type { LineResult, Prediction } from '../../src/listing/index.ts';
import { answerTo } from '../../src/listing/live/answer.ts';

await prepareAll();

const LISTINGS = 'content/03-mathematics-for-neural-networks/08-vectors-matrices-and-operations/listings';

/** What the worker says of every stop of a program. */
const stops = globSync(`${LISTINGS}/*.py`)
  .sort()
  .flatMap((path) => {
    const notes = path.replace(/\.py$/, '.notes.md');
    const { source } = readListing(
      { file: path, text: readFileSync(path, 'utf8') },
      { file: notes, text: readFileSync(notes, 'utf8') },
      () => [],
    );
    return source.notes.flatMap(({ marker, prediction: authored }) => {
      if (authored === undefined) return [];
      const { prediction } = answerTo({ source, text: source.text, predict: marker }, 1000);
      if (prediction === undefined) throw new Error(`${path}: no prediction at ${marker}`);
      const asked = askedPrediction(prediction);
      if (asked === undefined) throw new Error(`${path}: nothing is asked at ${marker}`);
      return { name: `${basename(path)} ${prediction.line}`, authored, prediction, asked };
    });
  });

/** What a reader types who expects a result, one text for each field; the shape first where it is asked for. */
function typed(result: LineResult, asked: AskedPrediction): { shape?: string; fields: string[] } {
  if (result.kind !== 'result') return { shape: 'error', fields: ['error'] };
  const { shape, numbers = [], text } = result;
  switch (asked.form) {
    case 'array':
      return {
        shape: shape === undefined ? 'nothing' : `(${shape.join(', ')})`,
        fields: String(shape) === String(asked.shape) ? asked.asked.map((cell) => String(numbers[cell])) : [],
      };
    case 'holes': {
      const written = text.match(/-?\d+(?:\.\d*)?|nan/g) ?? [];
      return { fields: asked.places.map((place) => String(written[place])) };
    }
    case 'shape':
      return { shape: text.replace('torch.Size', ''), fields: [] };
    case 'text':
      return { fields: [text] };
    default:
      return asked satisfies never;
  }
}

/** The last verdict that a reader gets who expects a result. */
function verdictOn(result: LineResult, prediction: Prediction, asked: AskedPrediction): PredictionVerdict {
  const { shape, fields } = typed(result, asked);
  if (asked.form === 'text') return judgePredictedText(prediction, fields[0] ?? '');
  if (asked.form === 'holes') return judgePredictedNumbers(prediction, asked, fields);
  const first = judgePredictedShape(prediction, asked, shape ?? '');
  if (first.kind !== 'shape-right' || asked.form === 'shape') return first;
  return judgePredictedNumbers(prediction, asked, fields);
}

describe('the stops of the chapter', () => {
  it('are there in every program, some of them from the start', () => {
    const programs = new Set(stops.map(({ name }) => name.split(' ')[0]));
    expect(programs.size).toBe(globSync(`${LISTINGS}/*.py`).length);
    for (const program of programs) {
      const own = stops.filter(({ name }) => name.startsWith(`${program} `));
      expect(own.filter(({ authored }) => authored.isDefault).length).toBeGreaterThan(0);
    }
  });

  it('are 47, with 89 wrong programs that all print something of their own', () => {
    expect(stops).toHaveLength(47);
    expect(stops.flatMap(({ prediction }) => prediction.wrong)).toHaveLength(89);
  });

  it('ask for four numbers at most, and only for some that tell the programs apart', () => {
    for (const { asked } of stops) {
      const count =
        asked.form === 'array' ? asked.asked.length : asked.form === 'holes' ? asked.numbers.length : 1;
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(4);
    }
  });

  it.each(stops.map(({ name, ...stop }) => [name, stop] as const))(
    '%s: what it prints is right',
    (_, { prediction, asked }) => {
      expect(verdictOn(prediction.right, prediction, asked)).toEqual({ kind: 'right' });
    },
  );

  it.each(stops.map(({ name, ...stop }) => [name, stop] as const))(
    '%s: what a wrong program prints is wrong, and leads to a program that prints it',
    (_, { prediction, asked }) => {
      for (const { result } of prediction.wrong) {
        const verdict = verdictOn(result, prediction, asked);
        // A number and a tensor of no axes have one shape and one value: nothing that is asked tells them apart.
        if (verdict.kind === 'right') expect(isSameNumber(result, prediction.right)).toBe(true);
        else expect(resultOf(verdict, prediction)?.kind).toBe(result.kind);
      }
    },
  );
});

function isSameNumber(left: LineResult, right: LineResult): boolean {
  if (left.kind !== 'result' || right.kind !== 'result') return false;
  return String(left.shape) === '' && String(right.shape) === '' && left.type !== right.type;
}

function resultOf(verdict: PredictionVerdict, { wrong }: Prediction): LineResult | undefined {
  return verdict.kind === 'wrong' && verdict.wrong !== undefined ? wrong[verdict.wrong]?.result : undefined;
}

describe('a prediction that cannot be read', () => {
  const array = stops.find(({ asked }) => asked.form === 'array');
  const holes = stops.find(({ asked }) => asked.form === 'holes');

  it('costs nothing, and says how to write a shape', () => {
    if (array?.asked.form !== 'array') throw new Error('no stop asks for an array');
    for (const text of ['', 'two by two', '(a, b)'])
      expect(judgePredictedShape(array.prediction, array.asked, text)).toMatchObject({
        kind: 'unread',
        problem: expect.stringContaining('such as (3,) or (2, 3)'),
      });
  });

  it('names the field that is no number', () => {
    if (holes?.asked.form !== 'holes') throw new Error('no stop asks for numbers');
    const fields = holes.asked.numbers.map((number, k) => (k === 0 ? 'many' : number));
    expect(judgePredictedNumbers(holes.prediction, holes.asked, fields)).toMatchObject({
      kind: 'unread',
      field: 0,
      problem: expect.stringContaining('“many” is no number'),
    });
  });
});

describe('who expects an error where none comes', () => {
  it('is shown a program that raises, where there is one', () => {
    const stop = stops.find(({ name }) => name === 'matrix_multiply.py 16');
    if (stop?.asked.form !== 'array') throw new Error('the stop is gone');
    const verdict = judgePredictedShape(stop.prediction, stop.asked, 'error');
    expect(verdict).toMatchObject({ kind: 'wrong', expectedError: true });
    expect(resultOf(verdict, stop.prediction)).toMatchObject({
      kind: 'raised',
      text: expect.stringMatching(/^ValueError/),
    });
  });
});

describe('what answers accept, predictions accept', () => {
  const stopAt = (place: string) => {
    const stop = stops.find(({ name }) => name === place);
    if (stop === undefined) throw new Error(`no stop ${place}`);
    return stop;
  };
  const judged = (place: string, ...fields: string[]) => {
    const { prediction, asked } = stopAt(place);
    return judgeTyped(fields, prediction, asked, true);
  };
  const whole = (place: string, text: string) => {
    const { prediction, asked } = stopAt(place);
    return judgeTyped([text], prediction, asked, false);
  };

  it.each([
    ['an expression', 'vectors.py 11', 'sqrt(0.98)'],
    ['a root sign and a comma', 'vectors.py 11', '√0.98'],
    ['a decimal comma', 'vectors.py 11', '0,99'],
    ['a typographic minus', 'dot_product.py 24', '−13'],
    ['a sum', 'dot_product.py 24', '-(9 + 4)'],
    ['a truth value', 'matrix_multiply.py 22', 'True'],
  ])('%s', async (_, place, text) => {
    expect(await judged(place, text)).toEqual({ kind: 'right' });
  });

  it.each([
    ['vectors.py 19', '[4, 6]'],
    ['vectors.py 19', '[4., 12/2]'],
    ['matrices.py 15', '[[0.2, 0.8], [−1/2, 0.3], [0.1, -0.4]]'],
    ['matrices_torch.py 24', 'tensor([0.8, 0.3, 0.5])'],
  ])('all of an array at once at %s: %s', async (place, text) => {
    expect(await whole(place, text)).toEqual({ kind: 'right' });
  });

  it('a list in square brackets is still a shape where it fits', async () => {
    expect(await whole('vectors.py 19', '[2]')).toEqual({ kind: 'shape-right' });
  });

  it('a whole array of a wrong program leads to that program', async () => {
    const verdict = await whole('matrices.py 15', '[[0.2, -0.5], [0.1, 0.8], [0.3, -0.4]]');
    const { prediction } = stopAt('matrices.py 15');
    expect(verdict.kind === 'wrong' && prediction.wrong[verdict.wrong ?? -1]?.belief).toMatch(/reshape/);
  });

  it('nonsense is refused with the mend', async () => {
    expect(await judged('vectors.py 11', 'lenght')).toMatchObject({
      kind: 'unread',
      problem: expect.stringMatching(/Write a number, such as/),
    });
    expect(await whole('vectors.py 19', '[4, ?]')).toMatchObject({
      kind: 'unread',
      problem: expect.stringMatching(/Write/),
    });
  });
});
