/**
 * Works out what an expression does to shapes that are too large to make. Sizes are treated as unknowns: the expression runs with
 * small sizes in place of the large ones, several times, and each number of the answer (a size, or one in an error message) is
 * read as a formula in them: constant, a product such as n·3 after a reshape, or a sum such as n + 2 after a concatenation. A
 * further run checks the formulas; then the large sizes are put in. No array of the large sizes is ever made.
 *
 * Left out: expressions whose large numbers depend on each other, as in `(20000, 500).reshape(10000000)`.
 */

/** Numbers up to this one stay as they are. */
const LARGEST_KEPT = 11;
/** At most so many different sizes are replaced. */
const MOST_SIZES = 4;
/** The largest divisor for which small sizes keep the remainders of the large ones. */
const LARGEST_DIVISOR = 2000;

/** Whole numbers that stand by themselves. */
const WHOLE = /(?<![\w.])\d+(?![\w.])/g;
const NUMBER = /\d+/g;

type Sizes = ReadonlyMap<number, number>;

/** How far an answer can be trusted that was found with small sizes. */
export type Trust = 'certain' | 'doubtful' | 'wrong';

/**
 * Returns the answer for an expression with its large sizes, or undefined where small sizes do not decide it. As many sizes as
 * possible are replaced first; where the answer is not certain, fewer.
 *
 * @param ask gives the answer for an expression, undefined where it is too large to run; answers are plain data
 */
export async function withLargeSizes<Answer>(
  expression: string,
  ask: (expression: string) => Promise<Answer | undefined>,
  trust: (answer: Answer) => Trust,
): Promise<Answer | undefined> {
  const numbers = (expression.match(WHOLE) ?? []).map(Number);
  const descending = [...new Set(numbers)]
    .toSorted((one, other) => other - one)
    .filter((size) => size > LARGEST_KEPT)
    .slice(0, MOST_SIZES);
  let doubtful: Answer | undefined;
  for (let count = descending.length; count >= 1; count -= 1) {
    const large = descending.slice(0, count).toReversed();
    const answer = await solved(expression, large, smallSizes(large, numbers), ask);
    if (answer === undefined || trust(answer) === 'wrong') continue;
    if (trust(answer) === 'certain') return answer;
    doubtful = answer;
  }
  return doubtful;
}

/** Three small sizes for each large one: the first of all is the start, the second varies it alone, the third checks. */
type Choices = readonly (readonly [start: number, varied: number, checked: number])[];

/**
 * Small sizes in the order of the large ones, all above the numbers that stay, so that comparisons such as an index with a size
 * come out the same; where the numbers that stay have a small product, each leaves the remainders of its large size, so that what
 * divides the one divides the other.
 */
function smallSizes(large: readonly number[], numbers: readonly number[]): Choices {
  const others = numbers.filter((size) => size > 0 && !large.includes(size));
  const product = others.reduce((sum, size) => sum * size, 1);
  const step = product <= LARGEST_DIVISOR ? product : 1;
  let last = Math.max(LARGEST_KEPT, ...others);
  const next = (size: number) => {
    last += 1 + ((((size - last - 1) % step) + step) % step);
    return last;
  };
  return large.map((size) => [next(size), next(size), next(size)]);
}

/**
 * Returns the answer with the large sizes put into its formulas; undefined where there are none. `large` is in ascending order.
 */
async function solved<Answer>(
  expression: string,
  large: readonly number[],
  choices: Choices,
  ask: (expression: string) => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  const start: Sizes = new Map(large.map((size, k) => [size, choices[k]?.[0] ?? size]));
  const variations: readonly Sizes[] = large.map(
    (size, k) => new Map([...start, [size, choices[k]?.[1] ?? size]]),
  );
  const checked: Sizes = new Map(large.map((size, k) => [size, choices[k]?.[2] ?? size]));
  const texts: string[] = [];
  for (const sizes of [start, ...variations, checked]) {
    const answer = await ask(expression.replaceAll(WHOLE, (text) => String(sizes.get(Number(text)) ?? text)));
    if (answer === undefined) return undefined;
    texts.push(JSON.stringify(answer));
  }
  const [first = '', ...rest] = texts;
  const isSamePattern = rest.every((text) => text.replaceAll(NUMBER, '') === first.replaceAll(NUMBER, ''));
  if (!isSamePattern) return undefined;
  const rows = texts.map((text) => (text.match(NUMBER) ?? []).map(Number));
  const values: number[] = [];
  for (let place = 0; place < (rows[0]?.length ?? 0); place += 1) {
    const column = rows.map((row) => row[place] ?? Number.NaN);
    const value = valueAt(column, large, choices);
    if (value === undefined) return undefined;
    values.push(value);
  }
  let place = -1;
  return JSON.parse(
    first.replaceAll(NUMBER, () => {
      place += 1;
      return String(values[place]);
    }),
  ) as Answer;
}

/**
 * Returns what a number becomes with the large sizes. `column` is what it was at the start, with each size varied alone, and in
 * the check; undefined where neither a product nor a sum of the sizes explains it.
 */
function valueAt(column: readonly number[], large: readonly number[], choices: Choices): number | undefined {
  const [start = 0] = column;
  const varied = column.slice(1, -1);
  const checked = column.at(-1);
  const check = choices.map((choice) => choice[2]);
  for (const formula of [productAt, sumAt]) {
    if (formula(start, varied, choices, check) !== checked) continue;
    const value = formula(start, varied, choices, large);
    if (value !== undefined && Number.isSafeInteger(value) && value >= 0) return value;
  }
  return undefined;
}

type Formula = (
  start: number,
  varied: readonly number[],
  choices: Choices,
  sizes: readonly number[],
) => number | undefined;

/** Returns a constant times powers of the sizes. */
const productAt: Formula = (start, varied, choices, sizes) => {
  let [top, bottom] = [BigInt(start), 1n];
  for (const [k, value] of varied.entries()) {
    const [from, to] = (choices[k] ?? [1, 1]).map(BigInt) as [bigint, bigint];
    const power = [0n, 1n, 2n].find((each) => BigInt(value) * from ** each === BigInt(start) * to ** each);
    if (power === undefined) return undefined;
    top *= BigInt(sizes[k] ?? 1) ** power;
    bottom *= from ** power;
  }
  return top % bottom === 0n ? Number(top / bottom) : undefined;
};

/** Returns a constant plus multiples of the sizes. */
const sumAt: Formula = (start, varied, choices, sizes) =>
  varied.reduce((sum, value, k) => {
    const [from, to] = choices[k] ?? [0, 1];
    return sum + ((value - start) / (to - from)) * ((sizes[k] ?? 0) - from);
  }, start);
